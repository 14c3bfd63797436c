/* base64.c: three bytes are four letters. */
#include "base/base64.h"

static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

Str
base64_text(Str bytes, struct arena *perm)
{
	ptrdiff_t len = (bytes.len + 2) / 3 * 4;
	char *text = new(perm, len, char);
	const unsigned char *from = (const unsigned char *)bytes.at;
	for (ptrdiff_t i = 0, o = 0; i < bytes.len; i += 3, o += 4) {
		ptrdiff_t left = bytes.len - i;
		unsigned three = (unsigned)from[i] << 16;
		three |= left > 1 ? (unsigned)from[i + 1] << 8 : 0;
		three |= left > 2 ? from[i + 2] : 0;
		text[o] = letters[three >> 18];
		text[o + 1] = letters[three >> 12 & 63];
		text[o + 2] = left > 1 ? letters[three >> 6 & 63] : '=';
		text[o + 3] = left > 2 ? letters[three & 63] : '=';
	}
	return (Str){ text, len };
}

/* The six bits of each letter; -1 for what is none. */
static void
values_of(signed char values[256])
{
	for (int i = 0; i < 256; i++)
		values[i] = -1;
	for (int i = 0; i < 64; i++)
		values[(unsigned char)letters[i]] = (signed char)i;
}

static int
padding_of(Str text)
{
	return str_ends(text, S("==")) ? 2 : str_ends(text, S("=")) ? 1 : 0;
}

bool
base64_read(Str text, Str *bytes, struct arena *perm)
{
	signed char values[256];
	int padding = padding_of(text);
	ptrdiff_t len = text.len / 4 * 3 - padding;
	*bytes = (Str){ 0 };
	if (text.len % 4 != 0)
		return false;
	values_of(values);
	char *out = new(perm, len + padding, char);
	for (ptrdiff_t i = 0, o = 0; i < text.len; i += 4, o += 3) {
		unsigned three = 0;
		for (int k = 0; k < 4; k++) {
			bool pad = i + k >= text.len - padding;
			int value = pad ? 0 : values[(unsigned char)text.at[i + k]];
			if (value < 0)
				return false;
			three = three << 6 | (unsigned)value;
		}
		out[o] = (char)(three >> 16);
		out[o + 1] = (char)(three >> 8 & 255);
		out[o + 2] = (char)(three & 255);
		bool last = i + 4 == text.len;
		if (last && padding > 0 && (three & (padding == 2 ? 0xFFFFu : 0xFFu)) != 0)
			return false;                        /* bits that nothing stands for */
	}
	*bytes = (Str){ out, len };
	return true;
}

Str
base64_address(Str bytes, struct arena *perm)
{
	Str usual = base64_text(bytes, perm);
	char *text = new(perm, usual.len + 1, char);
	ptrdiff_t len = 0;
	for (ptrdiff_t i = 0; i < usual.len && usual.at[i] != '='; i++)
		text[len++] = usual.at[i] == '+' ? '-' : usual.at[i] == '/' ? '_' : usual.at[i];
	return (Str){ text, len };
}
