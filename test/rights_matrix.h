/* rights_matrix.h: the matrix of rights, typed as text.
 *
 * It is the second pair of eyes: it was written from docs/methods/rights.md and not from policy.c.
 * Letters: - nothing, A totals, P rows without who it is, R read, W write; L after them: every read is
 * logged. */
#ifndef TEST_RIGHTS_MATRIX_H
#define TEST_RIGHTS_MATRIX_H

#include <string.h>

#include "register/policy.h"

static const char *const rights_matrix[] = {
	/* group               worker manager head HR-officer HR-lead census analyst exit survey DPO sysadmin learning region */
	"structure          R      R      R    W          W          R      R       R    R      R    R        R        A",
	"identity           R      R      R    W          W          R      P       R    -      -    -        R        A",
	"contact            R      -      -    WL         WL         -      A       -    -      -    -        -        -",
	"registration       R      R      R    W          W          R      -       -    -      -    -        R        -",
	"caseload           R      R      R    R          R          R      P       -    -      -    -        -        A",
	"absence            R      R      A    W          W          A      A       -    -      -    -        -        A",
	"equality           W      -      A    -          WL         -      A       -    -      -    -        -        -",
	"terms              -      R      R    W          W          R      P       -    -      -    -        -        A",
	"leaving            R      A      A    WL         WL         R      A       R    -      -    -        -        A",
	"imports            -      -      -    WL         WL         -      -       -    -      -    -        -        -",
	"audit              -      -      -    -          -          -      -       -    -      RL   A        -        -",
	"settings           -      -      -    -          -          -      -       -    -      R    W        -        -",
	"requests           -      W      W    W          W          R      R       -    -      -    -        -        -",
	"pay                R      -      -    WL         WL         RL     -       -    -      -    -        -        -",
	"returns            -      -      -    R          W          W      -       -    -      R    -        -        -",
	"approvals          -      R      W    R          W          R      P       -    -      -    -        -        -",
	"plans              -      R      W    R          W          R      W       -    -      -    -        -        -",
	"campaigns          -      R      R    W          W          -      R       -    -      -    -        R        -",
	"candidates         -      -      -    W          W          -      P       -    -      -    -        -        -",
	"vetting            -      -      -    WL         WL         -      -       -    -      -    -        -        -",
	"scores             -      -      -    -          -          -      -       -    -      -    -        -        -",
	"supply             -      R      R    R          W          -      P       -    -      -    -        W        -",
	"induction          R      W      W    W          W          -      -       -    -      -    -        -        -",
	"moves              R      -      R    W          W          -      -       -    -      -    -        -        -",
};

/* The widest scope of each duty, in the same order: s self, u unit, a authority, r region. */
static const char widest[] = "suuaaaaaaaaar";
static const char scopes[] = "suar";

static inline struct permit
matrix_cell(int duty, int group)
{
	Str row = str_of(rights_matrix[group]), cell = str_word(&row);
	for (int d = 0; d <= duty; d++)
		cell = str_word(&row);
	static const char letters[] = "-APRW";
	return (struct permit){ (enum reach)(strchr(letters, cell.at[0]) - letters),
		cell.len == 2 && cell.at[1] == 'L' };
}

#endif
