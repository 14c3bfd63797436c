/* census_pages.h: the census return of a year as a council's own records make it: its pages and commands.
 */
#ifndef APP_CENSUS_PAGES_H
#define APP_CENSUS_PAGES_H

#include "app/app.h"

view show_census;            /* area: the years */
view show_census_year;       /* area, year: may it be sent, and what is to be done first */
view show_census_missing;    /* area, year, how: an item; with `sent`, mends */
view show_census_working;    /* area, year, how: a working rule; with `sent`, decides */
view show_census_rule;       /* area, year, how: a rule of the check; with `sent`, notes */
view show_census_continuity; /* area, year */
view show_census_publish;    /* area, year */
view show_census_sent;       /* area, year; with `sent`, keeps what was sent */
view show_census_version;    /* area, year, how: a version; show "findings", "decisions": beside the file */
view show_census_file;       /* area, year, how: xml or csv */

#endif
