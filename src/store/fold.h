/* fold.h: what changes come to: one change a row. Private to store/.
 *
 * A list may change a row twice, or add one and change it. The store and its history want what was
 * there before all of it and what is there after all of it.
 */
#ifndef STORE_FOLD_H
#define STORE_FOLD_H

#include "register/field.h"

/* False when one changes a row that this lot was to add or has taken away. */
bool changes_folded(const struct changes *changes, struct changes *folded, struct arena *perm);

#endif
