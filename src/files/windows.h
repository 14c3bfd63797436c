/* windows.h: the letters of Windows-1252, which many systems write still. Private to files/. */
#ifndef FILES_WINDOWS_H
#define FILES_WINDOWS_H

#include <stdint.h>

/* The character of a byte (WHATWG, Encoding); 0 for what it has not, and for 0. */
uint32_t windows_1252_character(unsigned char byte);

#endif
