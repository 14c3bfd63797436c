/* letter.c: headers, the words, the calendar. */
#include "mail/letter.h"

#include <assert.h>
#include <string.h>

#include "base/base64.h"
#include "base/date.h"
#include "base/secret.h"

enum { LINE_MOST = 76, ADDRESS_MOST = 254, LOCAL_MOST = 64, SUBJECT_MOST = 400 };

/* ---- what may stand where ------------------------------------------------------------------------------ */

static bool
is_control(char c)
{
	return (unsigned char)c < ' ' || c == 0x7f;
}

static bool
is_letter_or_figure(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

static bool
is_ascii(Str text)
{
	for (ptrdiff_t i = 0; i < text.len; i++)
		if ((unsigned char)text.at[i] > 0x7e)
			return false;
	return true;
}

/* Of the part before the @: dots between, never two or at an end. */
static bool
local_allows(Str local)
{
	static const char marks[] = "!#$%&'*+-/=?^_`{|}~";
	char before = '.';
	for (ptrdiff_t i = 0; i < local.len; before = local.at[i++])
		if (!is_letter_or_figure(local.at[i]) && !memchr(marks, local.at[i], sizeof marks - 1) &&
		    (local.at[i] != '.' || before == '.'))
			return false;
	return local.len > 0 && local.len <= LOCAL_MOST && before != '.';
}

static bool
host_allows(Str host)
{
	int labels = 0;
	for (Str rest = host; rest.len > 0; labels++) {
		Str label = str_cut(&rest, '.');
		bool fits = label.len > 0 && label.len <= 63 && label.at[0] != '-' && label.at[label.len - 1] != '-';
		for (ptrdiff_t i = 0; i < label.len; i++)
			fits = fits && (is_letter_or_figure(label.at[i]) || label.at[i] == '-');
		if (!fits)
			return false;
	}
	return labels >= 2 && !str_ends(host, S("."));
}

bool
letter_address(Str address, struct error *err)
{
	ptrdiff_t at = str_find(address, S("@"));
	if (at < 0 || address.len > ADDRESS_MOST || !local_allows(str_upto(address, at)) || !host_allows(str_from(address, at + 1)))
		return fail(err, "it has no e-mail address that mail can go to; an address looks like name@example.org");
	return true;
}

static bool
header_allows(Str text, const char *what, struct error *err)
{
	if (!str_utf8(text, NULL))
		return fail(err, "%s is not readable text", what);
	for (ptrdiff_t i = 0; i < text.len; i++)
		if (is_control(text.at[i]))
			return fail(err, "%s has a line break or another control character in it", what);
	return text.len <= SUBJECT_MOST || fail(err, "%s has more than %d letters", what, SUBJECT_MOST);
}

static bool
words_allow(Str words, struct error *err)
{
	if (!str_utf8(words, NULL))
		return fail(err, "its words are not readable text");
	for (ptrdiff_t i = 0; i < words.len; i++)
		if (is_control(words.at[i]) && words.at[i] != '\n' && words.at[i] != '\r' && words.at[i] != '\t')
			return fail(err, "its words have a control character in them");
	return str_trim(words).len > 0 || fail(err, "it has no words");
}

bool
letter_check(const struct letter *letter, struct error *err)
{
	if (!letter_address(letter->from.address, err))
		return fail_within(err, "whom it is from");
	if (!letter_address(letter->to.address, err))
		return fail_within(err, "whom it is to");
	if (letter->reply_to.len && !letter_address(letter->reply_to, err))
		return fail_within(err, "where answers go");
	return header_allows(letter->from.name, "the name it is from", err) && header_allows(letter->to.name, "the name it is to", err)
		&& header_allows(letter->subject, "the subject", err) && header_allows(letter->id, "its number", err)
		&& (str_trim(letter->subject).len > 0 || fail(err, "it has no subject")) && words_allow(letter->words, err);
}

/* ---- the words ------------------------------------------------------------------------------------------- */

/* One character, or three that stand for it. A blank at the end of a line would be lost on the way. */
static int
quoted_of(Str words, ptrdiff_t i, char quoted[4])
{
	static const char hex[] = "0123456789ABCDEF";
	unsigned char c = (unsigned char)words.at[i];
	bool ends = i + 1 == words.len || words.at[i + 1] == '\n' || words.at[i + 1] == '\r';
	if ((c > ' ' && c < 0x7f && c != '=') || ((c == ' ' || c == '\t') && !ends)) {
		quoted[0] = (char)c;
		return 1;
	}
	quoted[0] = '=';
	quoted[1] = hex[c >> 4];
	quoted[2] = hex[c & 15];
	return 3;
}

Str
quoted_printable(Str words, struct arena *perm)
{
	struct text text = text_new(perm);
	ptrdiff_t column = 0;
	for (ptrdiff_t i = 0; i < words.len; i++) {
		char quoted[4];
		if (words.at[i] == '\r' && i + 1 < words.len && words.at[i + 1] == '\n')
			continue;
		if (words.at[i] == '\n' || words.at[i] == '\r') {
			text_add(&text, S("\r\n"));
			column = 0;
			continue;
		}
		int len = quoted_of(words, i, quoted);
		if (column + len > LINE_MOST - 1) {
			text_add(&text, S("=\r\n"));
			column = 0;
		}
		text_add(&text, (Str){ quoted, len });
		column += len;
	}
	if (column > 0)
		text_add(&text, S("\r\n"));
	return text_str(&text);
}

/* ---- headers --------------------------------------------------------------------------------------------- */

struct header { struct text text; ptrdiff_t column; };

/* A piece after a blank, on the next line where this one is full. */
static void
header_piece(struct header *header, Str piece)
{
	if (header->column + 1 + piece.len > LINE_MOST) {
		text_add(&header->text, S("\r\n"));
		header->column = 0;
	}
	text_char(&header->text, ' ');
	text_add(&header->text, piece);
	header->column += 1 + piece.len;
}

/* As many whole characters as one encoded word of 75 holds: 45 bytes. */
static void
header_encoded(struct header *header, Str value, struct arena *perm)
{
	enum { BYTES_MOST = 45 };
	while (value.len > 0) {
		ptrdiff_t take = value.len < BYTES_MOST ? value.len : BYTES_MOST;
		while (take < value.len && ((unsigned char)value.at[take] & 0xc0) == 0x80)
			take--;
		header_piece(header, str_format(perm, "=?UTF-8?B?%.*s?=", STR_ARG(base64_text(str_upto(value, take), perm))));
		value = str_from(value, take);
	}
}

/* ASCII goes as it is, a word at a time; what looks like an encoded word, or is too long for a line, is encoded
 * itself. */
static bool
goes_plain(Str value)
{
	if (!is_ascii(value) || str_find(value, S("=?")) >= 0)
		return false;
	for (Str rest = value; rest.len > 0;)
		if (str_word(&rest).len > LINE_MOST - 2)
			return false;
	return true;
}

static void
header_words(struct header *header, Str value, struct arena *perm)
{
	if (!goes_plain(value)) {
		header_encoded(header, value, perm);
		return;
	}
	for (Str rest = value; rest.len > 0;)
		header_piece(header, str_cut(&rest, ' '));
}

static struct header
header_begin(Str name, struct arena *perm)
{
	struct header header = { text_new(perm), name.len + 1 };
	text_add(&header.text, name);
	text_char(&header.text, ':');
	return header;
}

static Str
header_end(struct header *header)
{
	text_add(&header->text, S("\r\n"));
	return text_str(&header->text);
}

Str
letter_header(Str name, Str value, struct arena *perm)
{
	struct header header = header_begin(name, perm);
	header_words(&header, value, perm);
	return header_end(&header);
}

/* "Bo Reed" <bo@example.org>: an ASCII name in quotation marks, another encoded. */
static Str
correspondent_header(Str name, const struct correspondent *who, struct arena *perm)
{
	struct header header = header_begin(name, perm);
	struct text quoted = text_new(perm);
	text_char(&quoted, '"');
	for (ptrdiff_t i = 0; i < who->name.len; i++) {
		if (who->name.at[i] == '"' || who->name.at[i] == '\\')
			text_char(&quoted, '\\');
		text_char(&quoted, who->name.at[i]);
	}
	text_char(&quoted, '"');
	if (who->name.len && goes_plain(who->name) && quoted.len < LINE_MOST)
		header_piece(&header, text_str(&quoted));
	else
		header_encoded(&header, who->name, perm);
	header_piece(&header, who->name.len ? str_format(perm, "<%.*s>", STR_ARG(who->address)) : who->address);
	return header_end(&header);
}

static Str
date_header(int64_t at, struct arena *perm)
{
	static const char days[][4] = { "Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed" };     /* of 1970-01-01 on */
	static const char months[][4] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
	Date day = date_at(at);
	struct civil civil = date_civil(day);
	int second = (int)(at - day.day * SECONDS_OF_DAY);
	return str_format(perm, "Date: %s, %d %s %d %02d:%02d:%02d +0000\r\n", days[day.day % 7], civil.day, months[civil.month - 1],
		civil.year, second / 3600, second / 60 % 60, second % 60);
}

/* ---- the whole --------------------------------------------------------------------------------------------- */

static Str
host_of(Str address)
{
	return str_from(address, str_find(address, S("@")) + 1);
}

static void
add_base64(struct text *text, Str bytes, struct arena *perm)
{
	Str letters = base64_text(bytes, perm);
	while (letters.len > 0) {
		ptrdiff_t take = letters.len < LINE_MOST ? letters.len : LINE_MOST;
		text_add(text, str_upto(letters, take));
		text_add(text, S("\r\n"));
		letters = str_from(letters, take);
	}
}

static const Str words_head = STR("Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n");

/* "=_" stands in no quoted-printable text and in no base64, so no part can hold the boundary. */
static void
add_parts(struct text *text, const struct letter *letter, struct arena *perm)
{
	struct digits hash = hash_of(letter->id);
	Str mark = str_format(perm, "=_%.24s", hash.at);
	text_format(text, "Content-Type: multipart/mixed; boundary=\"%.*s\"\r\n\r\n--%.*s\r\n", STR_ARG(mark), STR_ARG(mark));
	text_add(text, words_head);
	text_add(text, quoted_printable(letter->words, perm));
	Str method = letter->calendar_method.len ? str_join(letter->calendar_method, S(";"), perm) : S("");
	text_format(text, "\r\n--%.*s\r\nContent-Type: text/calendar; charset=utf-8;%s%.*s name=\"interview.ics\"\r\n"
		"Content-Disposition: inline; filename=\"interview.ics\"\r\nContent-Transfer-Encoding: base64\r\n\r\n", STR_ARG(mark),
		letter->calendar_method.len ? " method=" : "", STR_ARG(method));
	add_base64(text, letter->calendar, perm);
	text_format(text, "\r\n--%.*s--\r\n", STR_ARG(mark));
}

Str
letter_text(const struct letter *letter, struct arena *perm)
{
	struct text text = text_new(perm);
	struct error err = { 0 };
	assert(letter_check(letter, &err));
	text_add(&text, date_header(letter->at, perm));
	text_add(&text, correspondent_header(S("From"), &letter->from, perm));
	text_add(&text, correspondent_header(S("To"), &letter->to, perm));
	if (letter->reply_to.len)
		text_add(&text, correspondent_header(S("Reply-To"), &(struct correspondent){ .address = letter->reply_to }, perm));
	text_add(&text, letter_header(S("Subject"), letter->subject, perm));
	text_format(&text, "Message-ID: <%.*s@%.*s>\r\nMIME-Version: 1.0\r\n", STR_ARG(letter->id), STR_ARG(host_of(letter->from.address)));
	if (letter->calendar.len) {
		add_parts(&text, letter, perm);
	} else {
		text_add(&text, words_head);
		text_add(&text, quoted_printable(letter->words, perm));
	}
	return text_str(&text);
}
