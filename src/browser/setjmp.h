/* setjmp.h: for WebAssembly, which has no way back: an arena that is full ends the program, and the page
 * says that the file is too large and starts a new one. Found before C's own header there, and there alone.
 */
#ifndef BROWSER_SETJMP_H
#define BROWSER_SETJMP_H

typedef struct { int unused; } jmp_buf;
#define setjmp(buffer) ((void)(buffer), 0)
_Noreturn void longjmp(jmp_buf buffer, int value);

#endif
