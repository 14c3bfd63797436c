/* govuk_test.c: our components are those of GOV.UK Frontend.
 *
 * Each is held to the examples that govuk-frontend ships in fixtures.json, made by its own macros.
 * Examples with options that we do not offer are left out, by name, with the option that they use.
 */
#include "govuk_form_writers.h"

#define FIELD_OFFERS " hint hint.text hint.classes errorMessage errorMessage.text " \
	"errorMessage.classes errorMessage.visuallyHiddenText formGroup formGroup.classes classes "
#define LABELLED_OFFERS FIELD_OFFERS "label label.text label.classes label.isPageHeading name id " \
	"describedBy disabled attributes "
#define CHOICE_OFFERS FIELD_OFFERS "name idPrefix items items.text items.value items.id " \
	"items.divider items.hint items.hint.text items.hint.classes items.label items.label.classes " \
	"items.checked items.disabled fieldset fieldset.legend fieldset.legend.text " \
	"fieldset.legend.classes fieldset.legend.isPageHeading fieldset.classes fieldset.describedBy "
#define DATE_PART_OFFERS(part) part " " part ".name " part ".label " part ".value " \
	part ".classes " part ".error "

static const struct component components[] = {
	{ "skip-link", skip_link, 7, STR(" text href classes "), NULL },
	{ "generic-header", generic_header, 3, STR(" logoText url classes containerClasses "), NULL },
	{ "service-navigation", service_navigation, 21,
	  STR(" serviceName serviceUrl navigation navigation.text navigation.href navigation.current "
	      "navigation.active classes ariaLabel menuButtonText menuButtonLabel navigationLabel "
	      "navigationId navigationClasses "), NULL },
	{ "phase-banner", phase_banner, 5, STR(" tag tag.text tag.classes text html classes "), NULL },
	{ "breadcrumbs", breadcrumbs, 9,
	  STR(" items items.text items.href collapseOnMobile classes labelText "), NULL },
	{ "back-link", back_link, 5, STR(" text href classes "), NULL },
	{ "footer", footer, 17,
	  STR(" navigation navigation.title navigation.items navigation.items.text navigation.items.href "
	      "navigation.columns navigation.width meta meta.text meta.items meta.items.text "
	      "meta.items.href meta.visuallyHiddenTitle classes containerClasses contentLicence "
	      "contentLicence.text contentLicence.html copyright copyright.text copyright.html "),
	  without_crown },
	{ "tag", tag, 10, STR(" text classes "), NULL },
	{ "details", details, 8, STR(" summaryText text html id classes open "), NULL },
	{ "inset-text", inset_text, 5, STR(" text html id classes "), NULL },
	{ "warning-text", warning_text, 7, STR(" text html iconFallbackText classes "), NULL },
	{ "notification-banner", notification_banner, 17,
	  STR(" text html titleText titleId type role classes titleHeadingLevel "
	      "disableAutoFocus "), NULL },
	{ "panel", panel, 5, STR(" titleText text classes headingLevel "), NULL },
	{ "error-summary", error_summary, 12,
	  STR(" titleText descriptionText classes errorList errorList.text errorList.href "
	      "disableAutoFocus "), NULL },
	{ "summary-list", summary_list, 13,
	  STR(" rows rows.key rows.key.text rows.key.classes rows.value rows.value.text "
	      "rows.value.classes rows.actions rows.actions.items rows.actions.items.text "
	      "rows.actions.items.href rows.actions.items.visuallyHiddenText rows.actions.items.classes "
	      "rows.actions.classes rows.classes classes card card.title card.title.text "
	      "card.title.classes card.title.headingLevel card.actions card.actions.items "
	      "card.actions.items.text card.actions.items.href card.actions.classes "
	      "card.classes "), NULL },
	{ "table", table, 14,
	  STR(" head head.text head.format head.classes head.colspan head.rowspan rows rows.text "
	      "rows.format rows.classes rows.colspan rows.rowspan firstCellIsHeader caption "
	      "captionClasses classes "), NULL },
	{ "pagination", pagination, 12,
	  STR(" previous previous.href previous.text previous.labelText next next.href next.text "
	      "next.labelText items items.number items.href items.current items.ellipsis "
	      "items.visuallyHiddenText landmarkLabel classes "), NULL },
	{ "tabs", tabs, 10,
	  STR(" items items.label items.id items.panel items.panel.text items.panel.html id idPrefix "
	      "title classes "), NULL },
	{ "task-list", task_list, 8,
	  STR(" items items.title items.title.text items.title.classes items.hint items.hint.text "
	      "items.status items.status.text items.status.classes items.status.tag "
	      "items.status.tag.text items.status.tag.classes items.href items.classes idPrefix "
	      "classes "), NULL },
	{ "button", button, 35,
	  STR(" text href type name value id classes disabled isStartButton preventDoubleClick "
	      "attributes "), NULL },
	{ "label", label, 15, STR(" text for classes isPageHeading "), NULL },
	{ "hint", hint, 4, STR(" text id classes "), NULL },
	{ "error-message", error_message, 5, STR(" text id classes visuallyHiddenText "), NULL },
	{ "fieldset", fieldset, 16,
	  STR(" legend legend.text legend.classes legend.isPageHeading classes role describedBy html "),
	  NULL },
	{ "input", input, 39,
	  STR(LABELLED_OFFERS "type value inputmode autocomplete autocapitalize pattern spellcheck "
	      "prefix prefix.text prefix.classes suffix suffix.text suffix.classes "), NULL },
	{ "password-input", password_input, 10, STR(LABELLED_OFFERS "autocomplete "), NULL },
	{ "textarea", textarea, 18, STR(LABELLED_OFFERS "value rows autocomplete spellcheck "), NULL },
	{ "select", select_, 15,
	  STR(LABELLED_OFFERS "value items items.text items.value items.selected items.disabled "), NULL },
	{ "file-upload", file_upload, 18, STR(LABELLED_OFFERS "multiple javascript "), NULL },
	{ "date-input", date_input, 18,
	  STR(FIELD_OFFERS "id namePrefix fieldset fieldset.legend fieldset.legend.text "
	      "fieldset.legend.classes fieldset.legend.isPageHeading fieldset.classes "
	      "fieldset.describedBy values values.day values.month values.year values.dob-day "
	      "values.dob-month values.dob-year values.dob-user1-day values.dob-user1-month "
	      "values.dob-user1-year "
	      DATE_PART_OFFERS("day") DATE_PART_OFFERS("month") DATE_PART_OFFERS("year")), NULL },
	{ "radios", radios, 27, STR(CHOICE_OFFERS "value "), NULL },
	{ "checkboxes", checkboxes, 26,
	  STR(CHOICE_OFFERS "items.name items.behaviour values describedBy "), NULL },
};

static void
every_component_is_as_govuk_frontend_writes_it(struct arena *perm)
{
	for (ptrdiff_t i = 0; i < countof(components); i++) {
		struct arena scratch = *perm;
		component_is_as_published(&components[i], &scratch);
	}
}

static void
every_component_escapes_its_text(struct arena *perm)
{
	static const char evil[] = "<script>alert(\"x\")</script>'&";
	for (ptrdiff_t i = 0; i < countof(components); i++) {
		json_t *o = json_object();
		Str offers = components[i].offers, word;
		while ((word = str_word(&offers)).len)
			if (str_find(word, S(".")) < 0 && !str_equal(word, S("html")))
				json_object_set_new(o, str_c(word, perm), json_string(evil));
		json_object_del(o, "attributes");
		struct html page = html_new(perm);
		components[i].write(&page, o);
		check(str_find(html_str(&page), S("<script")) < 0);
		check(str_find(html_str(&page), S("\"x\"")) < 0);
		check(str_find(html_str(&page), S("'&")) < 0);
		json_decref(o);
	}
}

int
main(void)
{
	run(every_component_is_as_govuk_frontend_writes_it);
	run(every_component_escapes_its_text);
	return tests_end();
}
