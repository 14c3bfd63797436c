/* govuk.h: the components of GOV.UK Frontend 6.6, as functions that write HTML.
 *
 * Each function is named for its component, and each parameter for the official one, in our
 * spelling (isPageHeading is `is_page_heading`); what is left out has the official default. Only
 * what our pages use is offered. Every component is held to the examples that govuk-frontend
 * ships (test/govuk_test.c).
 *
 * Text is text: no parameter takes markup. Where the official component takes a block of HTML,
 * ours has a `_begin` and an `_end`, and the caller writes between them.
 *
 * We are not a service of gov.uk: there is no crown, no crest, no licence logo and no GDS typeface.
 */
#ifndef REPORT_GOVUK_H
#define REPORT_GOVUK_H

#include "report/html.h"

/* Further attributes of the main element, ended by one with an empty name. The name is ours,
 * lower-case letters, figures and hyphens; the value is any text. */
struct govuk_attribute { Str name, value; };

/* ---- the frame of a page --------------------------------------------------------------------- */

struct govuk_skip_link { Str text, href, classes; };                  /* href: "#content" */
void govuk_skip_link(struct html *h, struct govuk_skip_link params);

/* The header of any service that is not GOV.UK. The logo is words. */
struct govuk_generic_header { Str logo_text, url, classes, container_classes; };   /* url: "/" */
void govuk_generic_header(struct html *h, struct govuk_generic_header params);

struct govuk_nav_item { Str text, href; bool current, active; };
struct govuk_service_navigation {
	Str service_name, service_url;
	const struct govuk_nav_item *navigation;
	int navigation_count;
	Str classes, aria_label, menu_button_text, menu_button_label;
	Str navigation_label, navigation_id, navigation_classes;
};
void govuk_service_navigation(struct html *h, struct govuk_service_navigation params);

struct govuk_tag { Str text, classes; };              /* classes: "govuk-tag--grey" */
void govuk_tag(struct html *h, struct govuk_tag params);

struct govuk_phase_banner { struct govuk_tag tag; Str text, classes; };
void govuk_phase_banner(struct html *h, struct govuk_phase_banner params);
void govuk_phase_banner_begin(struct html *h, struct govuk_phase_banner params);
void govuk_phase_banner_end(struct html *h);

struct govuk_link { Str text, href; };
struct govuk_breadcrumbs {
	const struct govuk_link *items;                  /* the last, without href, is this page */
	int  item_count;
	bool collapse_on_mobile;
	Str  classes, label_text;
};
void govuk_breadcrumbs(struct html *h, struct govuk_breadcrumbs params);

struct govuk_back_link { Str text, href, classes; };
void govuk_back_link(struct html *h, struct govuk_back_link params);

struct govuk_footer_navigation {
	Str title;
	const struct govuk_link *items;
	int item_count;
	int columns;                 /* 0, 2 or 3 */
	Str width;                   /* "two-thirds"; "full" when empty */
};
struct govuk_footer {
	const struct govuk_footer_navigation *navigation;
	int navigation_count;
	struct {
		Str visually_hidden_title, text;
		const struct govuk_link *items;
		int item_count;
	} meta;
	Str classes, container_classes;
};
void govuk_footer(struct html *h, struct govuk_footer params);

/* ---- words set apart ------------------------------------------------------------------------- */

struct govuk_details { Str summary_text, text, id, classes; bool open; };
void govuk_details(struct html *h, struct govuk_details params);
void govuk_details_begin(struct html *h, struct govuk_details params);
void govuk_details_end(struct html *h);

struct govuk_inset_text { Str text, id, classes; };
void govuk_inset_text(struct html *h, struct govuk_inset_text params);
void govuk_inset_text_begin(struct html *h, struct govuk_inset_text params);
void govuk_inset_text_end(struct html *h);

struct govuk_warning_text { Str text, icon_fallback_text, classes; };
void govuk_warning_text(struct html *h, struct govuk_warning_text params);
void govuk_warning_text_begin(struct html *h, struct govuk_warning_text params);
void govuk_warning_text_end(struct html *h);

struct govuk_notification_banner {
	Str text, title_text, title_id, type, role, classes;       /* type: "success" or empty */
	int title_heading_level;
	bool disable_auto_focus;
};
void govuk_notification_banner(struct html *h, struct govuk_notification_banner params);
void govuk_notification_banner_begin(struct html *h, struct govuk_notification_banner params);
void govuk_notification_banner_end(struct html *h);

struct govuk_panel { Str title_text, text, classes; int heading_level; };
void govuk_panel(struct html *h, struct govuk_panel params);

struct govuk_error_summary {
	Str title_text, description_text, classes;
	const struct govuk_link *error_list;             /* href: "#" and the id of the field */
	int error_count;
	bool disable_auto_focus;
};
void govuk_error_summary(struct html *h, struct govuk_error_summary params);

/* ---- lists and tables ------------------------------------------------------------------------ */

struct govuk_action { Str text, href, visually_hidden_text, classes; };
struct govuk_summary_row {
	struct { Str text, classes; } key;
	struct { Str text, classes, href; } value;       /* href: ours, a link around the value */
	struct { const struct govuk_action *items; int item_count; Str classes; } actions;
	Str classes;
};
struct govuk_summary_list {
	const struct govuk_summary_row *rows;
	int row_count;
	Str classes;
	struct {
		struct { Str text, classes; int heading_level; } title;
		struct { const struct govuk_action *items; int item_count; Str classes; } actions;
		Str classes;
	} card;                          /* without title, actions, classes: no card */
};
void govuk_summary_list(struct html *h, struct govuk_summary_list params);

struct govuk_table_cell { Str text, href, format, classes; int colspan, rowspan; };  /* "numeric" */
struct govuk_table_row { const struct govuk_table_cell *cells; int cell_count; };
struct govuk_table {
	const struct govuk_table_cell *head;
	int  head_count;
	const struct govuk_table_row *rows;
	int  row_count;
	bool first_cell_is_header;
	Str  caption, caption_classes, classes;
};
void govuk_table(struct html *h, struct govuk_table params);

struct govuk_page { int number; Str href, visually_hidden_text; bool current, ellipsis; };
struct govuk_pagination {
	struct { Str href, text, label_text; } previous, next;
	const struct govuk_page *items;
	int item_count;
	Str landmark_label, classes;
};
void govuk_pagination(struct html *h, struct govuk_pagination params);

struct govuk_tab { Str label, id; };
struct govuk_tabs {
	const struct govuk_tab *items;
	int item_count;
	Str id, id_prefix, title, classes;
};
/* Between begin and end: a panel for each item, in order, each begun and ended. */
void govuk_tabs_begin(struct html *h, struct govuk_tabs params);
void govuk_tab_panel_begin(struct html *h, struct govuk_tabs params, int item);
void govuk_tab_panel_end(struct html *h);
void govuk_tabs_end(struct html *h);

struct govuk_task {
	struct { Str text, classes; } title;
	struct { Str text; } hint;
	struct { Str text, classes; struct govuk_tag tag; } status;
	Str href, classes;
};
struct govuk_task_list {
	const struct govuk_task *items;
	int item_count;
	Str id_prefix, classes;
};
void govuk_task_list(struct html *h, struct govuk_task_list params);

/* ---- forms ----------------------------------------------------------------------------------- */

struct govuk_button {
	Str text, href, type, name, value, id, classes;
	bool disabled, is_start_button, prevent_double_click;
	const struct govuk_attribute *attributes;
};
void govuk_button(struct html *h, struct govuk_button params);

struct govuk_label { Str text, for_, classes; bool is_page_heading; };
void govuk_label(struct html *h, struct govuk_label params);

struct govuk_hint { Str text, id, classes; };
void govuk_hint(struct html *h, struct govuk_hint params);

struct govuk_error_message { Str text, id, classes, visually_hidden_text; };
void govuk_error_message(struct html *h, struct govuk_error_message params);

struct govuk_fieldset {
	struct { Str text, classes; bool is_page_heading; } legend;
	Str classes, role, described_by;
};
void govuk_fieldset_begin(struct html *h, struct govuk_fieldset params);
void govuk_fieldset_end(struct html *h);

struct govuk_form_group { Str classes; };
enum govuk_spellcheck { SPELLCHECK_UNSAID, SPELLCHECK_ON, SPELLCHECK_OFF };

/* In every field the id is the name when it is left out, and the ids of label, hint and error
 * message are made from it. */
struct govuk_input {
	Str name, id, type, value, classes, described_by;
	Str inputmode, autocomplete, autocapitalize, pattern;
	enum govuk_spellcheck spellcheck;
	bool disabled;
	struct { Str text, classes; } prefix, suffix;
	struct govuk_label label;
	struct govuk_hint hint;
	struct govuk_error_message error_message;
	struct govuk_form_group form_group;
	const struct govuk_attribute *attributes;
};
void govuk_input(struct html *h, struct govuk_input params);

/* A button that shows what was typed comes with the script. The value is never written back. */
struct govuk_password_input {
	Str name, id, classes, described_by, autocomplete;
	bool disabled;
	struct govuk_label label;
	struct govuk_hint hint;
	struct govuk_error_message error_message;
	struct govuk_form_group form_group;
	const struct govuk_attribute *attributes;
};
void govuk_password_input(struct html *h, struct govuk_password_input params);

struct govuk_textarea {
	Str name, id, value, classes, described_by, autocomplete;
	int rows;
	enum govuk_spellcheck spellcheck;
	bool disabled;
	struct govuk_label label;
	struct govuk_hint hint;
	struct govuk_error_message error_message;
	struct govuk_form_group form_group;
	const struct govuk_attribute *attributes;
};
void govuk_textarea(struct html *h, struct govuk_textarea params);

struct govuk_option { Str text, value; bool selected, disabled, value_unsaid; };
struct govuk_select {
	Str name, id, value, classes, described_by;
	bool disabled;
	const struct govuk_option *items;
	int item_count;
	struct govuk_label label;
	struct govuk_hint hint;
	struct govuk_error_message error_message;
	struct govuk_form_group form_group;
	const struct govuk_attribute *attributes;
};
void govuk_select(struct html *h, struct govuk_select params);

struct govuk_file_upload {
	Str name, id, classes, described_by;
	bool disabled, multiple, javascript;
	struct govuk_label label;
	struct govuk_hint hint;
	struct govuk_error_message error_message;
	struct govuk_form_group form_group;
	const struct govuk_attribute *attributes;
};
void govuk_file_upload(struct html *h, struct govuk_file_upload params);

struct govuk_date_part { Str name, label, value, classes; bool error; };
struct govuk_date_input {
	Str id, name_prefix, classes;
	struct govuk_date_part day, month, year;
	struct govuk_fieldset fieldset;
	struct govuk_hint hint;
	struct govuk_error_message error_message;
	struct govuk_form_group form_group;
};
void govuk_date_input(struct html *h, struct govuk_date_input params);

/* Radios and checkboxes. An item with `divider` is only that word between others. */
struct govuk_choice {
	Str text, value, id, name, divider;              /* name: checkboxes only */
	struct { Str text, classes; } hint;
	struct { Str classes; } label;
	bool checked, disabled;
	Str behaviour;                                   /* "exclusive": checkboxes only */
};
struct govuk_radios {
	Str name, id_prefix, value, classes;
	const struct govuk_choice *items;
	int item_count;
	struct govuk_fieldset fieldset;
	struct govuk_hint hint;
	struct govuk_error_message error_message;
	struct govuk_form_group form_group;
};
void govuk_radios(struct html *h, struct govuk_radios params);

struct govuk_checkboxes {
	Str name, id_prefix, classes, described_by;
	const struct govuk_choice *items;
	int item_count;
	struct govuk_fieldset fieldset;
	struct govuk_hint hint;
	struct govuk_error_message error_message;
	struct govuk_form_group form_group;
};
void govuk_checkboxes(struct html *h, struct govuk_checkboxes params);

#endif
