/* equality.c: the codes, and who stands in which cell. */
#include "workforce/equality.h"

#define REFUSED STR("Prefer not to say")
#define UNKNOWN STR("Not known")
#define CODES(rows) .codes = (rows), .code_count = (int)countof(rows)

/* Of sex, the census's codes; X is its "not known". */
static const struct equality_code sexes[] = {
	{ STR("F"), STR("Female"), STR("Female") }, { STR("M"), STR("Male"), STR("Male") },
	{ STR("X"), STR("Not known"), UNKNOWN },
};

/* The census's codes of ethnicity, in the five groups of the 2021 census of England and Wales. */
static const struct equality_code ethnicities[] = {
	{ STR("ABAN"), STR("Bangladeshi"), STR("Asian") }, { STR("AIND"), STR("Indian"), STR("Asian") },
	{ STR("APKN"), STR("Pakistani"), STR("Asian") }, { STR("CHNE"), STR("Chinese"), STR("Asian") },
	{ STR("AOTH"), STR("Any other Asian background"), STR("Asian") },
	{ STR("BAFR"), STR("Black African"), STR("Black") }, { STR("BCRB"), STR("Black Caribbean"), STR("Black") },
	{ STR("BOTH"), STR("Any other Black background"), STR("Black") },
	{ STR("MWAS"), STR("White and Asian"), STR("Mixed") }, { STR("MWBA"), STR("White and Black African"), STR("Mixed") },
	{ STR("MWBC"), STR("White and Black Caribbean"), STR("Mixed") },
	{ STR("MOTH"), STR("Any other Mixed background"), STR("Mixed") },
	{ STR("WBRI"), STR("White British"), STR("White") }, { STR("WIRI"), STR("White Irish"), STR("White") },
	{ STR("WIRT"), STR("Traveller of Irish heritage"), STR("White") },
	{ STR("WROM"), STR("Gypsy or Roma"), STR("White") },
	{ STR("WOTH"), STR("Any other White background"), STR("White") },
	{ STR("OOTH"), STR("Any other ethnic group"), STR("Other") },
	{ STR("REFU"), STR("Prefer not to say"), REFUSED },
};

static const struct equality_code disabilities[] = {
	{ STR("yes"), STR("Disabled"), STR("Disabled") }, { STR("no"), STR("Not disabled"), STR("Not disabled") },
	{ STR("refused"), STR("Prefer not to say"), REFUSED },
};

static const struct equality_code religions[] = {
	{ STR("none"), STR("No religion"), STR("No religion") }, { STR("buddhist"), STR("Buddhist"), STR("Other") },
	{ STR("christian"), STR("Christian"), STR("Christian") }, { STR("hindu"), STR("Hindu"), STR("Hindu") },
	{ STR("jewish"), STR("Jewish"), STR("Other") }, { STR("muslim"), STR("Muslim"), STR("Muslim") },
	{ STR("sikh"), STR("Sikh"), STR("Sikh") }, { STR("other"), STR("Any other religion"), STR("Other") },
	{ STR("refused"), STR("Prefer not to say"), REFUSED },
};

static const struct equality_code orientations[] = {
	{ STR("heterosexual"), STR("Heterosexual or straight"), STR("Heterosexual") },
	{ STR("gay"), STR("Gay or lesbian"), STR("Gay, lesbian, bisexual or other") },
	{ STR("bisexual"), STR("Bisexual"), STR("Gay, lesbian, bisexual or other") },
	{ STR("other"), STR("Other"), STR("Gay, lesbian, bisexual or other") },
	{ STR("refused"), STR("Prefer not to say"), REFUSED },
};

const struct equality_attribute equality_attributes[EQUALITY_ATTRIBUTES] = {
	{ STR("sex"), STR("Sex"), CODES(sexes), { STR("Female"), STR("Male"), REFUSED, UNKNOWN }, 4 },
	{ STR("ethnicity"), STR("Ethnicity"), CODES(ethnicities), { STR("Asian"), STR("Black"), STR("Mixed"), STR("White"),
	  STR("Other"), REFUSED, UNKNOWN }, 7 },
	{ STR("disability"), STR("Disability"), CODES(disabilities), { STR("Disabled"), STR("Not disabled"), REFUSED,
	  UNKNOWN }, 4 },
	{ STR("religion"), STR("Religion or belief"), CODES(religions), { STR("Christian"), STR("Hindu"), STR("Muslim"),
	  STR("Sikh"), STR("Other"), STR("No religion"), REFUSED, UNKNOWN }, 8 },
	{ STR("orientation"), STR("Sexual orientation"), CODES(orientations), { STR("Heterosexual"),
	  STR("Gay, lesbian, bisexual or other"), REFUSED, UNKNOWN }, 4 },
};

const Str equality_level_words[EQUALITY_LEVELS] = {
	STR("Managers"), STR("Senior practitioners"), STR("Case holders"), STR("Qualified without cases"),
	STR("Not in the census"),
};

/* By the census role of the role held, 0 to 6. */
static const int level_of_census[] = { 4, 0, 0, 0, 1, 2, 3 };

const struct equality_attribute *
equality_find(Str name)
{
	for (int a = 0; a < EQUALITY_ATTRIBUTES; a++)
		if (str_equal(equality_attributes[a].name, name))
			return &equality_attributes[a];
	return NULL;
}

static const struct equality_code *
code_of(const struct equality_attribute *attribute, Str code)
{
	for (int c = 0; c < attribute->code_count; c++)
		if (str_equal(attribute->codes[c].code, code))
			return &attribute->codes[c];
	return NULL;
}

int
equality_category(const struct equality_attribute *attribute, Str code)
{
	const struct equality_code *row = code_of(attribute, code);
	for (int c = 0; row && c < attribute->category_count; c++)
		if (str_equal(attribute->categories[c], row->category))
			return c;
	return attribute->category_count - 1;
}

/* The level of the post in which somebody has most of their time; the first of several. -1: in none
 * that the council pays for. */
static int
level_on(const struct roster *roster, int person, Date day)
{
	int level = -1;
	int64_t most = -1;
	for (int i = roster->person_spells_begin[person]; i < roster->person_spells_begin[person + 1]; i++) {
		const struct spell_row *spell = spell_on(roster, roster->person_spells[i], day);
		const struct post_row *post = spell && basis_employed(spell->basis) && spell->post != NOT_THERE
			? post_on(roster, spell->post, day) : NULL;
		const struct role_row *role = post && post->role != NOT_THERE ? role_on(roster, post->role, day) : NULL;
		if (!post || spell->fte <= most)
			continue;
		most = spell->fte;
		level = level_of_census[role && role->census >= 0 && role->census <= 6 ? role->census : 0];
	}
	return level;
}

int
equality_members(const struct roster *roster, const struct records *equality,
                 const struct equality_attribute *attribute, Date day, struct equality_member *members,
                 struct arena scratch)
{
	const struct record_type *type = &record_types[TYPE_EQUALITY];
	int field = field_find(type, attribute->name), stopped = field_find(type, S("stopped_on")), count = 0;
	int *categories = new(&scratch, roster->person_count + 1, int);
	for (int p = 0; p < roster->person_count; p++)
		categories[p] = attribute->category_count - 1;
	for (int i = 0; i < equality->count; i++) {
		const Str *values = equality->at[i].values;
		int person = roster_person(roster, record_value(type, &equality->at[i], S("person")));
		if (person != NOT_THERE && values[stopped].len == 0)
			categories[person] = equality_category(attribute, values[field]);
	}
	for (int p = 0; p < roster->person_count; p++) {
		int level = roster->people[p].merged_into == NOT_THERE ? level_on(roster, p, day) : -1;
		if (level >= 0)
			members[count++] = (struct equality_member){ p, level, categories[p] };
	}
	return count;
}

Date
quarter_end(Date day)
{
	struct civil civil = date_civil(day);
	int month = (civil.month - 1) / 3 * 3 + 1;           /* the first of this quarter */
	return (Date){ date_of(civil.year, month, 1).day - 1 };
}
