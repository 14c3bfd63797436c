/* register_merge.c: people who were entered twice: looking at both, and making them one.
 *
 * The record that goes says which person it is (merged_into), and its time in post, registrations
 * and absences count as that person's from then on (roster.h). Nothing is copied or lost, so
 * taking the change back parts them again.
 */
#include "app/register_entry.h"
#include "app/register_pairs.h"

static struct ask
ask_of_people(const struct ask *ask)
{
	struct ask people = *ask;
	people.type = S("people");
	return people;
}

static bool
is_merged(const struct shelf *people, const struct record *record)
{
	return record_value(people->type, record, S("merged_into")).len > 0;
}

/* ---- two side by side ------------------------------------------------------------------------ */

struct merging {
	struct shelf people;
	const struct record *goes, *stays;
	Str typed, error;
};

static void
add_choosing(struct document *doc, const struct merging *in)
{
	struct arena *perm = doc->arena;
	struct input *inputs = new(perm, 1, struct input);
	struct button *button = new(perm, 1, struct button);
	struct form *form = new(perm, 1, struct form);
	static const struct field person = { .name = STR("person"),
					     .label = STR("Person"),
					     .kind = FIELD_REF,
					     .refers = STR("person") };
	*inputs = (struct input){ .kind = INPUT_TEXT,
				  .name = S("q"),
				  .label = S("The record that stays"),
				  .hint = S("Its reference, such as N-000012, or the name in full"),
				  .value = in->typed,
				  .error = in->error };
	inputs->picks = reference_picks(&in->people, &person, &inputs->pick_count);
	*button = (struct button){ .words = S("Look at both") };
	*form = (struct form){ .action = record_href(&in->people, in->goes->ref, S("merge")),
			       .asks = true,
			       .id = S("other"),
			       .inputs = inputs,
			       .input_count = 1,
			       .buttons = button,
			       .button_count = 1 };
	document_form(doc, form);
}

static void
add_merge(struct document *doc, const struct merging *in)
{
	struct arena *perm = doc->arena;
	struct input *inputs = new(perm, 4, struct input);
	struct button *button = new(perm, 1, struct button);
	struct form *form = new(perm, 1, struct form);
	inputs[0] = (struct input){
		.kind = INPUT_NOTE,
		.name = SENT_REASON,
		.label = S("Why"),
		.optional = true,
		.hint = S("In a few words, without names: entered twice when they came back")
	};
	inputs[1] = (struct input){ .kind = INPUT_HIDDEN, .name = S("q"), .value = in->stays->ref };
	inputs[2] = (struct input){ .kind = INPUT_HIDDEN,
				    .name = SENT_VERSION,
				    .value = str_format(perm, "%d", in->goes->version) };
	inputs[3] = (struct input){ .kind = INPUT_HIDDEN, .name = SENT_SURE, .value = S("yes") };
	*button = (struct button){ .words = str_format(perm, "Merge %.*s into %.*s",
						       STR_ARG(in->goes->ref),
						       STR_ARG(in->stays->ref)) };
	*form = (struct form){ .action = record_href(&in->people, in->goes->ref, S("merge")),
			       .id = S("merge"),
			       .inputs = inputs,
			       .input_count = 4,
			       .buttons = button,
			       .button_count = 1 };
	document_form(doc, form);
}

static void
merge_change(const struct merging *in, struct changes *changes)
{
	const struct record_type *type = in->people.type;
	Str *values = new(in->people.own.perm, type->field_count, Str);
	for (int f = 0; f < type->field_count; f++)
		values[f] = in->goes->values[f];
	values[field_find(type, S("merged_into"))] = in->stays->ref;
	struct record after = *in->goes;
	after.values = values;
	changes_add(changes,
		    (struct change){
			    .kind = ALTER, .type = type, .before = *in->goes, .after = after });
}

static struct wish
merge_wish(const struct merging *in, Str reason)
{
	return (struct wish){ .what = S("merge"),
			      .reason = reason,
			      .object =
				      str_format(in->people.own.perm, "person %.*s into %.*s",
						 STR_ARG(in->goes->ref), STR_ARG(in->stays->ref)) };
}

/* Both, what would be broken by it, and the button. */
static struct answer
merge_page(const struct merging *in, const struct done *tried)
{
	struct arena *perm = in->people.own.perm;
	struct document doc = document_new(
		perm, in->stays ? S("Are these two one person?")
				: str_format(perm, "Merge: %.*s",
					     STR_ARG(record_words(&in->people, in->goes))));
	doc.caption = in->people.own.place->name;
	if (!in->stays) {
		document_paragraph(&doc, S("When somebody was entered twice, one record goes and "
					   "the other stays, with the time in "
					   "post, registrations and absences of both."));
		add_choosing(&doc, in);
		return answer_of(in->error.len ? WRONG : DONE, doc);
	}
	add_sides(&doc, &in->people, (struct sides){ in->goes, in->stays }, "person");
	if (tried->found.count)
		document_findings(&doc, &tried->found);
	if (tried->did != DID)
		document_paragraph(&doc, S("They cannot be merged as they are: the records would "
					   "then contradict each other."));
	else
		add_merge(&doc, in);
	struct run *turn = new(perm, 1, struct run);
	*turn = (struct run){ .text = S("Keep the other one instead"),
			      .href = str_format(
				      perm, "%.*s?q=%.*s",
				      STR_ARG(record_href(&in->people, in->stays->ref, S("merge"))),
				      STR_ARG(url_part(in->goes->ref, perm))) };
	document_runs(&doc, BLOCK_PARAGRAPH, turn, 1);
	return answer_of(in->people.own.ask->sent && tried->did != DID ? CHANGED : DONE, doc);
}

/* The other person, among those in sight, who is not this one and not merged already. */
static void
settle_other(struct merging *in)
{
	static const struct field person = { .name = STR("person"),
					     .label = STR("Person"),
					     .kind = FIELD_REF,
					     .refers = STR("person") };
	const struct ask *ask = in->people.own.ask;
	Str ref = { 0 };
	struct misfit misfit;
	in->typed = ask->sent ? str_trim(sents_find(ask->sent, S("q"))) : ask->query;
	if (in->typed.len == 0) {
		in->error = ask->sent ? S("Say which record stays") : (Str){ 0 };
		return;
	}
	if (!field_read(&in->people, &person, in->typed, S(""), &ref, &misfit))
		in->error = str_format(in->people.own.perm, "That %.*s: %.*s",
				       STR_ARG(misfit.wrong), STR_ARG(misfit.mend));
	else if (str_equal(ref, in->goes->ref))
		in->error = S("That is the same record: say which other one it is");
	else
		in->stays = shelf_find(&in->people, ref);
	if (in->stays && is_merged(&in->people, in->stays)) {
		in->stays = NULL;
		in->error = S("That record was itself merged into another: choose that one");
	}
}

static struct answer
merge_do(const struct merging *in, const struct changes *changes)
{
	const struct own *own = &in->people.own;
	struct error err = { 0 };
	Str version = sents_find(own->ask->sent, SENT_VERSION);
	if (version.len && !str_equal(version, str_format(own->perm, "%d", in->goes->version)))
		return answer_words(CHANGED, S("They were not merged"),
				    S("Somebody else changed the record meanwhile. Look at "
				      "both again, then decide."),
				    own->perm);
	struct wish wish = merge_wish(in, str_trim(sents_find(own->ask->sent, SENT_REASON)));
	struct done done = deed_do(own->world, own->ask, &wish, changes, own->perm, &err);
	return answer_done(own, &done, &err, S("They were not merged"),
			   record_href(&in->people, in->stays->ref, S("")));
}

struct answer
record_merge(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct ask asked = ask_of_people(ask);
	struct merging in = { 0 };
	struct answer why;
	if (!shelf_settle(world, &asked, &in.people, &why, perm))
		return why;
	in.goes = shelf_find(&in.people, ask->ref);
	if (!in.goes)
		return shelf_nothing(&in.people);
	struct look look = look_at(&in.people, in.goes);
	if (!look_writes(&look, field_find(in.people.type, S("merged_into"))))
		return admit_refuses(ask, (struct need){ OF_COUNCIL, GROUP_IDENTITY, REACH_WRITE },
				     perm);
	settle_other(&in);
	if (!in.stays)
		return merge_page(&in, NULL);
	struct changes changes = changes_new(perm);
	merge_change(&in, &changes);
	struct wish wish = merge_wish(&in, S(""));
	struct done tried = deed_try(ask, &wish, in.people.own.council, &changes, perm);
	bool sure = ask->sent && str_equal(sents_find(ask->sent, SENT_SURE), S("yes"));
	if (sure && tried.did == DID)
		return merge_do(&in, &changes);
	struct answer answer = merge_page(&in, &tried);
	answer.only_shown = tried.did == DID;
	return answer;
}
