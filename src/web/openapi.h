/* openapi.h: what the description of the addresses is written of. Private to web/: openapi_text is
 * in site.h.
 */
#ifndef WEB_OPENAPI_H
#define WEB_OPENAPI_H

#include "app/register.h"
#include "web/routes.h"

/* A row of the routes, with the record type it is written for, or NULL. */
struct described { const struct route *route; const struct record_type *type; };

/* What a form that a program sent came to: the status, and `outcome` in its answer (programs.c). */
struct outcome_word { int status; Str name, does; };
extern const struct outcome_word outcome_words[];
extern const int outcome_word_count;

/* A JSON string. */
void openapi_string(struct text *out, Str text);
/* "requestBody":{...}, of a form about records; a comma after it. */
void openapi_body(struct text *out, const struct described *at);
/* "responses":{...} of a form that is sent. */
void openapi_responses(struct text *out, const struct described *at);
/* "components":{...}: two schemas for each record type, from its fields: all of a new record, and any of
 * them for a change; what else a form may say; what a program is told; how a token is sent. */
void openapi_schemas(struct text *out);

#endif
