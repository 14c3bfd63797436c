/* options.c: taking a command line apart by the rows at the end. */
#include "cli/options.h"

#include <assert.h>

#include "cli/nearest.h"

static enum option_id
option_named(Str name)
{
	for (int id = 0; id < OPTIONS; id++)
		if (!options[id].bare && str_equal(options[id].name, name))
			return (enum option_id)id;
	return OPTIONS;
}

static bool
no_such_option(Str name, struct error *err)
{
	struct nearest nearest = { .to = name };
	for (int id = 0; id < OPTIONS; id++)
		if (!options[id].bare)
			nearest_offer(&nearest, options[id].name);
	if (nearest.count > 0)
		return fail(err, "there is no option --%.*s; the nearest is --%.*s", STR_ARG(name),
		            STR_ARG(nearest.at[0]));
	return fail(err, "there is no option --%.*s", STR_ARG(name));
}

static bool
is_choice(Str choices, Str value)
{
	for (Str word = str_word(&choices); word.len > 0; word = str_word(&choices))
		if (str_equal(word, value))
			return true;
	return false;
}

static bool
whole_number(Str value, int most, int *number)
{
	int64_t so_far = 0;
	if (value.len == 0 || value.len > 9)
		return false;
	for (ptrdiff_t i = 0; i < value.len; i++) {
		if (value.at[i] < '0' || value.at[i] > '9')
			return false;
		so_far = so_far * 10 + (value.at[i] - '0');
	}
	*number = (int)so_far;
	return so_far <= most;
}

bool
option_allows(enum option_id id, Str value, struct error *err)
{
	const struct option *option = &options[id];
	int number;
	if (option->choices.len > 0 && !is_choice(option->choices, value))
		return fail(err, "%.*s may be one of: %.*s; not \"%.*s\"", STR_ARG(option->name),
		            STR_ARG(option->choices), STR_ARG(value));
	if (option->most > 0 && (!whole_number(value, option->most, &number) || number < option->least))
		return fail(err, "%.*s is a whole number from %d to %d; not \"%.*s\"",
		            STR_ARG(option->name), option->least, option->most, STR_ARG(value));
	if (option->argument.len > 0 && value.len == 0)
		return fail(err, "%.*s needs %.*s", STR_ARG(option->name), STR_ARG(option->argument));
	return true;
}

static bool
take_option(struct line *line, enum option_id id, Str value, struct error *err)
{
	if (line->given[id].source == BY_COMMAND_LINE)
		return fail(err, "--%.*s is given twice", STR_ARG(options[id].name));
	line->given[id] = (struct given){ value, BY_COMMAND_LINE };
	return option_allows(id, value, err);
}

/* Reads "--name", "--name=value" or "--name value"; moves `*at` past what it used. */
static bool
read_option(Str said, int count, char *const arguments[], int *at, struct line *line,
            struct error *err)
{
	bool joined = str_find(said, S("=")) >= 0;
	Str value = said;
	Str name = str_cut(&value, '=');
	enum option_id id = option_named(name);
	if (id == OPTIONS)
		return no_such_option(name, err);
	if (options[id].argument.len == 0)
		return joined ? fail(err, "--%.*s takes no value", STR_ARG(name))
		              : take_option(line, id, S("yes"), err);
	if (!joined) {
		if (*at + 1 >= count || str_begins(str_of(arguments[*at + 1]), S("--")))
			return fail(err, "--%.*s needs %.*s after it", STR_ARG(name),
			            STR_ARG(options[id].argument));
		value = str_of(arguments[++*at]);
	}
	return take_option(line, id, value, err);
}

static bool
take_word(struct line *line, Str word, struct error *err)
{
	if (line->word_count == WORDS_MOST)
		return fail(err, "too many words: \"%.*s\"; put quotation marks round a name of several words",
		            STR_ARG(word));
	line->words[line->word_count++] = word;
	return true;
}

bool
line_read(int count, char *const arguments[], struct line *line, struct error *err)
{
	bool only_words = false;
	*line = (struct line){ 0 };
	for (int at = 0; at < count; at++) {
		Str said = str_of(arguments[at]);
		if (!str_utf8(said, NULL))
			return fail(err, "argument %d is not UTF-8 text", at + 1);
		if (!only_words && str_equal(said, S("-h")))
			said = S("--help");
		if (only_words || !str_begins(said, S("-")) || str_equal(said, S("-"))) {
			if (!take_word(line, said, err))
				return false;
		} else if (str_equal(said, S("--"))) {
			only_words = true;
		} else if (!str_begins(said, S("--"))) {
			return fail(err, "there is no option %.*s; options begin with --", STR_ARG(said));
		} else if (!read_option(str_from(said, 2), count, arguments, &at, line, err)) {
			return false;
		}
	}
	return true;
}

Str
line_text(const struct line *line, enum option_id id)
{
	return line->given[id].text;
}

bool
line_has(const struct line *line, enum option_id id)
{
	return line->given[id].source > BY_FALLBACK;
}

int
line_number(const struct line *line, enum option_id id)
{
	int number = 0;
	assert(options[id].most > 0);
	whole_number(line->given[id].text, options[id].most, &number);
	return number;
}

const struct option options[OPTIONS] = {
	[OPTION_AUTHORITY] = {
		.name = STR("authority"), .argument = STR("AREA"), .setting = true, .offers = OFFER_AREAS,
		.help = STR("council, region or England: part of its name, or a code"),
	},
	[OPTION_MEASURE] = {
		.name = STR("measure"), .argument = STR("MEASURE"), .offers = OFFER_MEASURES,
		.help = STR("a measure's name, such as turnover_rate_fte (mainstay methods lists them)"),
	},
	[OPTION_YEAR] = {
		.name = STR("year"), .argument = STR("YEAR"),
		.help = STR("census year, which ends on 30 September; the latest unless given"),
	},
	[OPTION_ON] = {
		.name = STR("on"), .argument = STR("DATE"),
		.help = STR("the day asked about, such as 2025-09-30; of census figures, the last census by then"),
	},
	[OPTION_AVERAGE] = {
		.name = STR("average"), .argument = STR("AVERAGE"), .choices = STR("median mean"),
		.fallback = STR("median"), .setting = true,
		.help = STR("how the ten statistical neighbours become one figure"),
	},
	[OPTION_BASIS] = {
		.name = STR("basis"), .argument = STR("BASIS"), .choices = STR("fte headcount"),
		.help = STR("measures in full-time equivalents (fte) or headcount alone"),
	},
	[OPTION_FIGURES] = {
		.name = STR("figures"), .argument = STR("WHOSE"), .choices = STR("published own"),
		.help = STR("a forecast from published figures or from the council's own people"),
	},
	[OPTION_SORT] = {
		.name = STR("sort"), .argument = STR("COLUMN"),
		.help = STR("sort the table by this column; -COLUMN for the other way round"),
	},
	[OPTION_AGAINST] = {
		.name = STR("against"), .argument = STR("WHOSE"), .choices = STR("either dfe own"),
		.fallback = STR("either"),
		.help = STR("hold the sentence to DfE's figures, the council's own, or each in turn"),
	},
	[OPTION_RELEASE] = {
		.name = STR("release"), .argument = STR("RELEASE"),
		.help = STR("a release's name, such as 2025"),
	},
	[OPTION_ALL] = {
		.name = STR("all"), .help = STR("every row through time, not those of the day alone"),
	},
	[OPTION_PAGE] = {
		.name = STR("page"), .argument = STR("PAGE"), .most = 1000000,
		.help = STR("which page of a long list, from 1"),
	},
	[OPTION_VIEW] = {
		.name = STR("view"), .argument = STR("NAME"),
		.help = STR("what was asked of the list before, by the name or number of a view (mainstay views)"),
	},
	[OPTION_COLUMNS] = {
		.name = STR("columns"), .argument = STR("NAMES"),
		.help = STR("the columns of a list: names of fields, with commas"),
	},
	[OPTION_TYPE] = {
		.name = STR("type"), .argument = STR("TYPE"), .bare = true,
		.help = STR("a kind of record, such as posts, people or times-in-post"),
	},
	[OPTION_REF] = {
		.name = STR("ref"), .argument = STR("REF"), .bare = true,
		.help = STR("a record, such as P-000012"),
	},
	[OPTION_CHANGE] = {
		.name = STR("change"), .argument = STR("NUMBER"), .bare = true, .most = 999999999,
		.help = STR("a change\u2019s number, from mainstay changes"),
	},
	[OPTION_SET] = {
		.name = STR("set"), .argument = STR("FIELDS"),
		.help = STR("fields and what they are to be: \"fte=0.6; status=frozen\""),
	},
	[OPTION_REASON] = {
		.name = STR("reason"), .argument = STR("WORDS"),
		.help = STR("why, in a few words and without names, for whoever reads the history"),
	},
	[OPTION_QUERY] = {
		.name = STR("query"), .argument = STR("TEXT"),
		.help = STR("part of a name, a code or a region; of records, words that each row has"),
	},
	[OPTION_SENTENCE] = {
		.name = STR("sentence"), .argument = STR("SENTENCE"), .bare = true,
		.help = STR("one sentence about the figures, in quotation marks"),
	},
	[OPTION_FILE] = {
		.name = STR("file"), .argument = STR("FILE"), .offers = OFFER_FILES,
		.help = STR("a file to read; - for standard input"),
	},
	[OPTION_LOAD] = {
		.name = STR("load"), .argument = STR("ID"), .bare = true, .most = 999999999,
		.help = STR("an import's number, from mainstay imports"),
	},
	[OPTION_NOUN] = {
		.name = STR("noun"), .argument = STR("COMMAND"), .bare = true,
		.help = STR("a command, or the first word of several"),
	},
	[OPTION_SHELL] = {
		.name = STR("shell"), .argument = STR("SHELL"), .bare = true,
		.choices = STR("bash zsh fish"), .help = STR("the shell to print for"),
	},
	[OPTION_DRY_RUN] = {
		.name = STR("dry-run"), .help = STR("check, say what would be stored, and store nothing"),
	},
	[OPTION_APPLY] = {
		.name = STR("apply"), .help = STR("do it; without this it is only shown"),
	},
	[OPTION_CONFIRM] = {
		.name = STR("confirm"), .argument = STR("NUMBER"), .most = 1000000,
		.help = STR("how many people would be emptied, as the run without --apply said"),
	},
	[OPTION_SHOW] = {
		.name = STR("show"), .argument = STR("NUMBERS"),
		.help = STR("changes whose reasons may stand with the names in them, as 12,15"),
	},
	[OPTION_ROUND] = {
		.name = STR("round"), .argument = STR("ROUND"),
		.help = STR("only of this round of recruitment, as RN-000002"),
	},
	[OPTION_STAGE] = {
		.name = STR("stage"), .argument = STR("STAGE"),
		.help = STR("only ours, late, hired or over; or those at a stage, as shortlisted"),
	},
	[OPTION_ORIGIN] = {
		.name = STR("origin"), .argument = STR("YEAR"), .most = 2199,
		.help = STR("the last year whose figures a forecast may know"),
	},
	[OPTION_OUT] = {
		.name = STR("out"), .argument = STR("FILE"), .offers = OFFER_FILES,
		.help = STR("write the converted file here instead of to standard output"),
	},
	[OPTION_TITLE] = {
		.name = STR("title"), .argument = STR("TITLE"),
		.help = STR("the release's title; DfE's usual one unless given"),
	},
	[OPTION_PUBLISHED] = {
		.name = STR("published"), .argument = STR("DATE"),
		.help = STR("when it was published, as far as known"),
	},
	[OPTION_ADDRESS] = {
		.name = STR("address"), .argument = STR("URL"),
		.help = STR("where it was published"),
	},
	[OPTION_MODEL] = {
		.name = STR("model"), .argument = STR("MODEL"), .fallback = STR("2025"),
		.help = STR("which year's model of statistical neighbours to take from the file"),
	},
	[OPTION_SEED] = {
		.name = STR("seed"), .argument = STR("N"), .most = 999999999, .fallback = STR("1"),
		.help = STR("which made-up people; the same number gives the same ones"),
	},
	[OPTION_REPLACE] = {
		.name = STR("replace"), .help = STR("put it in the place of the demonstration that is there"),
	},
	[OPTION_REMOVE] = {
		.name = STR("remove"), .help = STR("take the demonstration out and put none in"),
	},
	[OPTION_LAST_YEAR] = {
		.name = STR("last-year"), .argument = STR("FILE"), .offers = OFFER_FILES,
		.help = STR("the return of the year before, to compare with"),
	},
	[OPTION_FORM] = {
		.name = STR("form"), .argument = STR("FORM"), .choices = STR("xml csv"), .fallback = STR("xml"),
		.help = STR("what a return is written as: xml, DfE's message, or csv, a sheet with census columns"),
	},
	[OPTION_RULE] = {
		.name = STR("rule"), .argument = STR("CODE"), .bare = true,
		.help = STR("a rule's code, such as D072"),
	},
	[OPTION_MONTHS] = {
		.name = STR("months"), .argument = STR("N"), .least = 1, .most = 120,
		.help = STR("how many months ahead, 1 to 120; 36 unless given"),
	},
	[OPTION_RUNS] = {
		.name = STR("runs"), .argument = STR("N"), .least = 1, .most = 1000000,
		.help = STR("how many futures are drawn, up to a million; 1000 unless given"),
	},
	[OPTION_SAFE] = {
		.name = STR("safe"), .argument = STR("POSTS"), .most = 1000000,
		.help = STR("posts filled below which it is not safe: the odds of falling below are told"),
	},
	[OPTION_LEVER] = {
		.name = STR("lever"), .argument = STR("LEVERS"),
		.help = STR("what is done in scenario A, as \"over 10 from 3 for 24; faster 2\""),
	},
	[OPTION_LEVER_B] = {
		.name = STR("lever-b"), .argument = STR("LEVERS"), .help = STR("what is done in scenario B"),
	},
	[OPTION_LEVER_C] = {
		.name = STR("lever-c"), .argument = STR("LEVERS"), .help = STR("what is done in scenario C"),
	},
	[OPTION_KEEP] = {
		.name = STR("keep"), .argument = STR("NAME"),
		.help = STR("keep the forecast under this name, for good, and hold it against what comes"),
	},
	[OPTION_ALL_ENGLAND] = {
		.name = STR("all-england"), .help = STR("every council of England instead of one, from published figures"),
	},
	[OPTION_THREADS] = {
		.name = STR("threads"), .argument = STR("N"), .most = 256,
		.help = STR("how many threads work; as many as this machine has unless given. The figures are the same"),
	},
	[OPTION_RANKS] = {
		.name = STR("ranks"), .argument = STR("N"), .most = 256,
		.help = STR("how many programs work instead of threads, started by mpiexec. The figures are the same"),
	},
	[OPTION_FORECAST] = {
		.name = STR("forecast"), .argument = STR("NUMBER"), .bare = true,
		.help = STR("a forecast that was kept, by its number, from mainstay forecasts"),
	},
	[OPTION_BESIDE] = {
		.name = STR("other"), .argument = STR("OTHER"), .bare = true,
		.help = STR("the number of another kept forecast"),
	},
	[OPTION_ENTRY] = {
		.name = STR("entry"), .argument = STR("COLUMN"),
		.help = STR("the column that says from when on a row was watched; without it, from the beginning"),
	},
	[OPTION_EXIT] = {
		.name = STR("exit"), .argument = STR("COLUMN"),
		.help = STR("the column that says until when it was watched"),
	},
	[OPTION_EVENT] = {
		.name = STR("event"), .argument = STR("COLUMN"),
		.help = STR("the column that says whether it ended then: 0, or 1, or by which cause"),
	},
	[OPTION_BY] = {
		.name = STR("by"), .argument = STR("COLUMN"), .help = STR("a curve for each value of this column"),
	},
	[OPTION_COX] = {
		.name = STR("cox"), .argument = STR("COLUMNS"),
		.help = STR("columns of a Cox model, with commas; words become one column each but the first"),
	},
	[OPTION_TIES] = {
		.name = STR("ties"), .argument = STR("WAY"), .choices = STR("efron breslow exact"), .fallback = STR("efron"),
		.help = STR("how endings at one time are taken together"),
	},
	[OPTION_LIMITS] = {
		.name = STR("limits"), .argument = STR("SCALE"), .choices = STR("log plain log-log"), .fallback = STR("log"),
		.help = STR("the scale on which limits of a curve are even"),
	},
	[OPTION_TIMES] = {
		.name = STR("times"), .argument = STR("TIMES"),
		.help = STR("tell the curve at these times, with commas; at each ending unless given"),
	},
	[OPTION_LIST] = {
		.name = STR("list"), .argument = STR("LIST"), .choices = STR("hr finance agency team"),
		.help = STR("whose list it is"),
	},
	[OPTION_PROFILE] = {
		.name = STR("profile"), .argument = STR("NAME"),
		.help = STR("a remembered way to read lists, from mainstay profiles; by the headings unless given"),
	},
	[OPTION_COMPLETE] = {
		.name = STR("complete"), .help = STR("everybody is in the list: who is in post and not in it has left"),
	},
	[OPTION_ENDS] = {
		.name = STR("ends"), .argument = STR("NUMBER"), .most = 999999,
		.help = STR("let the list end so many people's time in post, when it says that it would"),
	},
	[OPTION_FORMAT] = {
		.name = STR("format"), .argument = STR("FORMAT"),
		.choices = STR("text csv json xlsx html docx"),
		.help = STR("how to show it; --output's ending says it too; otherwise text"),
	},
	[OPTION_OUTPUT] = {
		.name = STR("output"), .argument = STR("FILE"), .offers = OFFER_FILES,
		.help = STR("write here instead of to standard output; needed for xlsx and docx on a terminal"),
	},
	[OPTION_GUARD] = {
		.name = STR("guard"),
		.help = STR("in CSV, an apostrophe before text that a spreadsheet would run as a formula"),
	},
	[OPTION_ACCOUNT] = {
		.name = STR("account"), .argument = STR("ACCOUNT"), .bare = true,
		.help = STR("an account's number, such as A-000003, or its e-mail address"),
	},
	[OPTION_NAME] = {
		.name = STR("name"), .argument = STR("NAME"),
		.help = STR("whose account it is"),
	},
	[OPTION_PERSON] = {
		.name = STR("person"), .argument = STR("NUMBER"),
		.help = STR("the person's number in their council's records, with --authority"),
	},
	[OPTION_DUTY] = {
		.name = STR("duty"), .argument = STR("DUTY"), .bare = true,
		.choices = STR("worker team-manager service-head hr-officer hr-lead census-officer analyst "
		               "exit-interview-lead survey-administrator data-protection-officer "
		               "system-administrator regional-analyst"),
		.help = STR("what the account is trusted with"),
	},
	[OPTION_UNIT] = {
		.name = STR("unit"), .argument = STR("UNIT"),
		.help = STR("a unit's number, such as U-000012: it and all below it"),
	},
	[OPTION_FROM] = {
		.name = STR("from"), .argument = STR("DATE"),
		.help = STR("the first day, such as 2026-09-30; of a change, its day; of an end, its last day"),
	},
	[OPTION_TO] = {
		.name = STR("to"), .argument = STR("DATE"),
		.help = STR("the last day; of a record, open unless given"),
	},
	[OPTION_GRANT] = {
		.name = STR("grant"), .argument = STR("NUMBER"), .bare = true, .most = 16,
		.help = STR("a grant's number, from mainstay grant list"),
	},
	[OPTION_HEAD] = {
		.name = STR("head"), .argument = STR("FILE"), .offers = OFFER_FILES,
		.help = STR("what mainstay audit head printed once: the chain must still hold it"),
	},
	[OPTION_ACTOR] = {
		.name = STR("actor"), .argument = STR("WHO"),
		.help = STR("only what this account did, such as A-000003"),
	},
	[OPTION_ACTION] = {
		.name = STR("action"), .argument = STR("WHAT"),
		.help = STR("only this, such as sign-in; \"account.\" means all that begin so"),
	},
	[OPTION_OBJECT] = {
		.name = STR("object"), .argument = STR("OBJECT"),
		.help = STR("only what was done to this, such as A-000003"),
	},
	[OPTION_ROLE] = {
		.name = STR("role"), .argument = STR("ROLE"),
		.help = STR("a role of the council's own people, such as R-000003; all social workers unless given"),
	},
	[OPTION_CHANCE] = {
		.name = STR("chance"), .argument = STR("PERCENT"), .help = STR("the chance of no gap, such as 90"),
	},
	[OPTION_LEAD] = {
		.name = STR("lead"), .argument = STR("MONTHS"), .help = STR("months from left to filled, such as 5"),
	},
	[OPTION_LEAVING] = {
		.name = STR("leaving"), .argument = STR("PERCENT"), .help = STR("posts left in a year, such as 12.2"),
	},
	[OPTION_POSTS] = {
		.name = STR("posts"), .argument = STR("POSTS"), .help = STR("posts of the establishment, instead of those known"),
	},
	[OPTION_FILLED] = {
		.name = STR("filled"), .argument = STR("POSTS"), .help = STR("posts that are filled, instead of those known"),
	},
	[OPTION_TARGET] = {
		.name = STR("target"), .argument = STR("PERCENT"), .help = STR("the vacancy rate to reach, such as 5"),
	},
	[OPTION_TARGET_DAY] = {
		.name = STR("target-day"), .argument = STR("DATE"), .help = STR("the day by which to reach it"),
	},
	[OPTION_PLAN_MONTHS] = {
		.name = STR("plan-months"), .argument = STR("MONTHS"), .help = STR("how many months a plan by month is for, such as 36"),
	},
	[OPTION_BUDGET] = {
		.name = STR("budget"), .argument = STR("POUNDS"), .help = STR("the most a year beyond the pay of the establishment"),
	},
	[OPTION_AGENCY_MOST] = {
		.name = STR("agency-most"), .argument = STR("WORKERS"), .help = STR("agency workers at once at most"),
	},
	[OPTION_SENIORS] = {
		.name = STR("seniors"), .argument = STR("PEOPLE"),
		.help = STR("senior practitioners who can support newly qualified workers"),
	},
	[OPTION_PER_SENIOR] = {
		.name = STR("per-senior"), .argument = STR("PEOPLE"),
		.help = STR("newly qualified workers whom each of them can support at once, such as 4.5"),
	},
	[OPTION_INTAKE] = {
		.name = STR("intake"), .argument = STR("MONTHS"),
		.help = STR("of a plan by month: months in which newly qualified workers start, such as 1,9 or January,September"),
	},
	[OPTION_STORE] = {
		.name = STR("store"), .argument = STR("FILE"), .setting = true, .offers = OFFER_FILES,
		.help = STR("the SQLite file that keeps what is imported"),
	},
	[OPTION_PORT] = {
		.name = STR("port"), .argument = STR("PORT"), .most = 65535, .setting = true,
		.fallback = STR("8420"),
		.help = STR("where to listen on 127.0.0.1; 0 takes any free port"),
	},
	[OPTION_PUBLIC_ADDRESS] = {
		.name = STR("public-address"), .argument = STR("URL"), .setting = true,
		.help = STR("where others reach the pages, such as https://workforce.walsall.gov.uk; links that are "
		            "sent begin with it"),
	},
	[OPTION_TRUSTED_PROXY] = {
		.name = STR("trusted-proxy"), .argument = STR("ADDRESSES"), .setting = true,
		.help = STR("proxies whose X-Forwarded-For is believed, such as 127.0.0.1,10.0.0.7; \"forwarded 127.0.0.1\" "
		            "where they write the header Forwarded"),
	},
	[OPTION_REFERENCE_DOCX] = {
		.name = STR("reference-docx"), .argument = STR("FILE"), .setting = true,
		.offers = OFFER_FILES,
		.help = STR("a Word file whose styles Word papers take, in place of ours"),
	},
	[OPTION_MAIL] = {
		.name = STR("mail"), .argument = STR("FILE"), .setting = true, .offers = OFFER_FILES,
		.help = STR("how messages leave: a file that only you may read, of lines such as by = smtp (docs/methods/messages.md); "
		            "a folder beside the store unless given"),
	},
	[OPTION_LOG] = {
		.name = STR("log"), .help = STR("a line on standard error for each request"),
	},
	[OPTION_HELP] = { .name = STR("help"), .help = STR("how to use a command; -h does the same") },
	[OPTION_VERSION] = { .name = STR("version"), .help = STR("the program's version") },
};
