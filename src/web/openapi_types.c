/* openapi_types.c: the record types as schemas: each field with its kind, its choices and its
 * limits. */
#include "web/openapi.h"

struct sent_name {
	Str name, does;
};
static const struct sent_name sent_names[] = {
	{ STR("how"), STR("Of a change: from, correct, end or remove") },
	{ STR("change.day"), STR("The first day of a dated record, or the day from which it "
				 "changes; of an end, its last day") },
	{ STR("change.last"), STR("The last day; empty while it goes on") },
	{ STR("change.reason"), STR("Why, without names; needed to correct, end and remove") },
	{ STR("change.row"), STR("The id of the row that was read") },
	{ STR("change.version"),
	  STR("The version that was read: 409 when somebody changed it meanwhile") },
	{ STR("change.sure"),
	  STR("yes: an end, a removal or an import is done, and not only shown") },
	{ STR("file"), STR("Of an import: the CSV file or XLSX workbook") },
};

static void
add_described(struct text *out, Str type, Str does)
{
	text_format(out, "{\"type\":\"%.*s\",\"description\":", STR_ARG(type));
	openapi_string(out, does);
}

static void
add_choices(struct text *out, const struct field *field)
{
	text_add(out, S(",\"oneOf\":["));
	for (int c = 0; c < field->choice_count; c++) {
		text_add(out, c ? S(",{\"const\":") : S("{\"const\":"));
		openapi_string(out, field->choices[c].code);
		text_add(out, S(",\"title\":"));
		openapi_string(out, field->choices[c].words);
		text_char(out, '}');
	}
	text_add(out, field->required ? S("]") : S(",{\"const\":\"\",\"title\":\"Not said\"}]"));
}

/* Every value goes as text; its kind says which text. */
static void
add_kind(struct text *out, const struct field *field)
{
	switch (field->kind) {
	case FIELD_DATE:
		text_add(out, S(",\"format\":\"date\""));
		break;
	case FIELD_CHOICE:
		add_choices(out, field);
		break;
	case FIELD_YES_NO:
		text_add(out, field->required ? S(",\"enum\":[\"yes\",\"no\"]")
					      : S(",\"enum\":[\"yes\",\"no\",\"\"]"));
		break;
	case FIELD_FTE:
	case FIELD_DECIMAL:
		text_add(out, S(",\"pattern\":\"^([0-9]+([.][0-9]{1,6})?)?$\""));
		break;
	case FIELD_MONEY:
		text_add(out, S(",\"pattern\":\"^([0-9]+([.][0-9]{1,2})?)?$\""));
		break;
	case FIELD_WHOLE:
		text_add(out, S(",\"pattern\":\"^[0-9]*$\""));
		break;
	case FIELD_TEXT:
	case FIELD_NOTE:
		if (field->most)
			text_format(out, ",\"maxLength\":%d", field->most);
		break;
	case FIELD_REF:
		text_format(out, ",\"x-refers\":\"%.*s\"", STR_ARG(field->refers));
		break;
	}
}

static void
add_field(struct text *out, const struct field *field)
{
	openapi_string(out, field->name);
	text_char(out, ':');
	add_described(out, S("string"), field->hint.len ? field->hint : field->label);
	add_kind(out, field);
	text_add(out, S(",\"title\":"));
	openapi_string(out, field->label);
	text_char(out, '}');
}

/* Any of the fields: what a change says. */
static void
add_fields(struct text *out, const struct record_type *type, struct arena *perm)
{
	openapi_string(out, str_join(type->name, S("-changed"), perm));
	text_char(out, ':');
	add_described(out, S("object"), S("Fields that are left out stay as they are"));
	text_add(out, S(",\"properties\":{"));
	for (int f = 0; f < type->field_count; f++) {
		text_add(out, f ? S(",") : S(""));
		add_field(out, &type->fields[f]);
	}
	text_add(out, S("}},\n"));
}

/* All of a new record. */
static void
add_type(struct text *out, const struct record_type *type)
{
	bool first = true;
	openapi_string(out, type->name);
	text_char(out, ':');
	add_described(out, S("object"), type->does);
	text_format(out, ",\"allOf\":[{\"$ref\":\"#/components/schemas/%.*s-changed\"}]",
		    STR_ARG(type->name));
	text_add(out, S(",\"required\":["));
	for (int f = 0; f < type->field_count; f++) {
		if (!type->fields[f].required)
			continue;
		text_add(out, first ? S("") : S(","));
		openapi_string(out, type->fields[f].name);
		first = false;
	}
	text_add(out, S("]}"));
}

void
openapi_body(struct text *out, const struct described *at)
{
	bool file = str_ends(at->route->path, S("/import"));
	text_format(out, "\"requestBody\":{\"content\":{\"%s\":{\"schema\":{\"allOf\":[",
		    file ? "multipart/form-data" : "application/x-www-form-urlencoded");
	if (at->type && !file)
		text_format(out, "{\"$ref\":\"#/components/schemas/%.*s%s\"},",
			    STR_ARG(at->type->name),
			    str_ends(at->route->path, S("/new")) ? "" : "-changed");
	text_add(out, S("{\"$ref\":\"#/components/schemas/change-of-a-record\"}]}}}},"));
}

/* Outcomes of one status stand together: a status may be said once. */
static bool
status_before(int outcome)
{
	for (int o = 0; o < outcome; o++)
		if (outcome_words[o].status == outcome_words[outcome].status)
			return true;
	return false;
}

void
openapi_responses(struct text *out, const struct described *at)
{
	bool adds = str_ends(at->route->path, S("/new"));
	text_add(out, S("\"responses\":{"));
	for (int o = 0; o < outcome_word_count; o++) {
		struct text words = text_new(out->arena);
		if (status_before(o))
			continue;
		for (int also = o; also < outcome_word_count; also++)
			if (outcome_words[also].status == outcome_words[o].status)
				text_format(&words, "%s%.*s: %.*s", words.len ? ". " : "",
					    STR_ARG(outcome_words[also].name),
					    STR_ARG(outcome_words[also].does));
		text_format(out, "%s\"%d\":{\"description\":", o ? "," : "",
			    adds && o == DONE ? 201 : outcome_words[o].status);
		openapi_string(out, text_str(&words));
		text_add(out, S(",\"content\":{\"application/json\":{\"schema\":"
				"{\"$ref\":\"#/components/schemas/told\"}}}}"));
	}
	text_char(out, '}');
}

/* What a program is told of a form it sent. */
static void
add_told(struct text *out)
{
	static const struct sent_name members[] = {
		{ STR("outcome"), STR("One of those that the statuses name; only-shown: what was sent would "
				      "do what is described, and nothing was done; not-taken: the request "
				      "itself was refused") },
		{ STR("see"), STR("The address of what was changed") },
		{ STR("change"), STR("The address of the change of records that was stored; with /undo at "
				     "its end, the address that takes it back") },
		{ STR("title"), STR("What came of it, in words") },
	};
	text_add(out, S(",\n\"told\":{\"type\":\"object\",\"properties\":{"));
	for (ptrdiff_t i = 0; i < countof(members); i++) {
		openapi_string(out, members[i].name);
		text_char(out, ':');
		add_described(out, S("string"), members[i].does);
		text_add(out, S("},"));
	}
	text_add(out, S("\"errors\":{\"type\":\"array\",\"items\":{\"type\":\"object\","
			"\"properties\":{\"field\":{\"type\":\"string\"},"
			"\"message\":{\"type\":\"string\"}}}},"
			"\"findings\":{\"type\":\"array\",\"items\":{\"type\":\"object\"}}}}"));
}

void
openapi_schemas(struct text *out)
{
	int count;
	const struct record_type *types = record_types_all(&count);
	text_add(out, S("\"components\":{\"schemas\":{"));
	for (int t = 0; t < count; t++) {
		add_fields(out, &types[t], out->arena);
		add_type(out, &types[t]);
		text_add(out, S(",\n"));
	}
	text_add(out, S("\"change-of-a-record\":{\"type\":\"object\",\"properties\":{"));
	for (ptrdiff_t i = 0; i < countof(sent_names); i++) {
		text_add(out, i ? S(",") : S(""));
		openapi_string(out, sent_names[i].name);
		text_char(out, ':');
		add_described(out, S("string"), sent_names[i].does);
		text_char(out, '}');
	}
	text_add(out, S("}}"));
	add_told(out);
	text_add(out, S("},\"securitySchemes\":{\"token\":{\"type\":\"http\",\"scheme\":\"bearer\","
			"\"description\":\"A token that its owner makes on the page of their account\"}}}"));
}
