/* region.h: several councils on one definition, for whoever has a duty over a region. */
#ifndef APP_REGION_H
#define APP_REGION_H

#include "app/app.h"

view show_region;            /* area: the region; on */

#endif
