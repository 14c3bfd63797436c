/* tries.c: guessing is slow. A try is counted before it is judged, and taken back when it was right. */
#include "app/sign_in_parts.h"

#include "store/audit.h"

struct digits
tries_key(const char *kind, Str what)
{
	struct hashing hashing;
	hash_begin(&hashing);
	hash_add_text(&hashing, str_of(kind));
	hash_add_text(&hashing, what);
	return hash_end(&hashing);
}

/* Once for each time that somebody comes to the bound: those refused after it are not told, or the
 * audit would be what a flood fills. */
static bool
tell(const struct front *front, const struct tries *tries, struct error *err)
{
	int64_t seq;
	struct entry entry = { .at = front->now, .actor = S("nobody"), .action = S("sign-in.throttled"),
	                       .authority = S(""), .object = tries->ref, .payload = S("") };
	return audit_add(front->store, &entry, &seq, err);
}

bool
tries_begin(const struct front *front, const struct tries *tries, int *wait, struct error *err)
{
	struct failures failures[TRIES_KEYS] = { { 0 } };
	*wait = 0;
	for (int i = 0; i < tries->count; i++) {
		if (!failures_since(front->store, digits_str(&tries->keys[i].key), front->now - TRIES_WINDOW,
		                    &failures[i], err))
			return false;
		int left = (int)(failures[i].oldest + TRIES_WINDOW - front->now);
		if (failures[i].count >= tries->keys[i].most && left > *wait)
			*wait = left;
	}
	bool reached = false;
	for (int i = 0; i < tries->count && *wait == 0; i++) {
		if (!failure_add(front->store, digits_str(&tries->keys[i].key), front->now, err))
			return false;
		reached = reached || failures[i].count + 1 == tries->keys[i].most;
	}
	return !reached || tell(front, tries, err);
}

/* Who knows one password must not wipe out what was counted against an address they guess from. */
bool
tries_right(const struct front *front, const struct tries *tries, struct error *err)
{
	for (int i = 0; i < tries->count; i++) {
		Str key = digits_str(&tries->keys[i].key);
		if (!(tries->keys[i].clears ? failures_clear(front->store, key, err)
		                            : failure_take_back(front->store, key, err)))
			return false;
	}
	return true;
}

/* Of 32 random bytes that were thrown away: judging it takes as long as any. */
bool
password_judge(const struct account_secret *secret, Str password)
{
	static const Str nobodys = STR("$argon2id$v=19$m=47104,t=1,p=1"
	                               "$APuyVYmw9Jn+M2g819aiBQ$P2PHpAYthmuYzdaFYSFIsfz7oRPDvLQu1HyG6t+yepo");
	bool there = secret->hash.len > 0;
	return password_matches(there ? secret->hash : nobodys, password) && there;
}
