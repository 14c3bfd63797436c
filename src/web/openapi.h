/* openapi.h: what the description of the addresses is written of. Private to web/: openapi_text is
 * in site.h.
 */
#ifndef WEB_OPENAPI_H
#define WEB_OPENAPI_H

#include "app/register.h"
#include "web/routes.h"

/* A row of the routes, with the record type it is written for, or NULL. */
struct described { const struct route *route; const struct record_type *type; };

/* A JSON string. */
void openapi_string(struct text *out, Str text);
/* "requestBody":{...}, of a form about records of a type; a comma after it. */
void openapi_body(struct text *out, const struct described *at);
/* "components":{"schemas":{...}}: a schema for each record type, from its fields. */
void openapi_schemas(struct text *out);

#endif
