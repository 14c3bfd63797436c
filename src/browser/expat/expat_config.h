/* expat_config.h: how Expat is compiled for a page. Debian's own settings, but for the entropy: a page has none to ask
 * for, and what it guards against (tables made slow on purpose) ends with the page. */
#define BYTEORDER 1234
#define HAVE_STDLIB_H 1
#define STDC_HEADERS 1
#define XML_CONTEXT_BYTES 1024
#define XML_DTD 1
#define XML_NS 1
#define XML_POOR_ENTROPY 1
