/* guard.c: what Debian's compiler library for WebAssembly was built to call when it finds its stack written
 * over. Its names are the compiler's. */
#include <stdint.h>
#include <stdlib.h>

extern uintptr_t __stack_chk_guard;
_Noreturn void __stack_chk_fail(void);

uintptr_t __stack_chk_guard = 0x595e9fbd;

void
__stack_chk_fail(void)
{
	abort();
}
