/* notice_words.c: when each notice is offered, and the words that hold until a council writes its own. */
#include "workforce/notice.h"

#define AT(stage) (1u << AT_##stage)
#define ANY_STAGE ((1u << APPLICATION_STAGES) - 1)
#define ENDED (AT(REJECTED) | AT(WITHDRAWN) | AT(NO_SHOW))
#define CLOSING "\n\n((sender))\n((council))"
#define NO_MOVE_OF -1

const struct notice_row notice_rows[NOTICES] = {
	[NOTICE_RECEIVED] = {
		.stages = AT(RECEIVED) | AT(LONGLISTED), .move = NO_MOVE_OF, .check = NO_MOVE_OF,
		.subject = STR("We have your application: ((role))"),
		.words = STR("Dear ((name))\n\nThank you for applying to be a ((role)) with ((council)). We have your application and will read it "
			"with care.\n\nWe will write to you about what happens next. If anything changes for you, please answer this message." CLOSING),
	},
	[NOTICE_INTERVIEW] = {
		.calendar = true, .stages = AT(INVITED), .move = MOVE_INVITE, .check = NO_MOVE_OF,
		.subject = STR("Your interview: ((role)), ((day))"),
		.words = STR("Dear ((name))\n\nWe would like to meet you about the role of ((role)).\n\nDay: ((day))\nTime: ((time))\n"
			"Place: ((place))\n\nThe invitation for your calendar comes with this message. Please tell us whether you can come, and if there is "
			"anything that would help you on the day, such as a room without steps, more time or questions on paper." CLOSING),
	},
	[NOTICE_INTERVIEW_OFF] = {
		.calendar = true, .stages = AT(INVITED) | ENDED, .move = NO_MOVE_OF, .check = NO_MOVE_OF,
		.subject = STR("Your interview on ((day)) does not take place"),
		.words = STR("Dear ((name))\n\nYour interview for the role of ((role)) on ((day)) at ((time)) does not take place. Your calendar "
			"should take it out when you open this message." CLOSING),
	},
	[NOTICE_OFFER] = {
		.stages = AT(OFFERED), .move = MOVE_OFFER, .check = NO_MOVE_OF,
		.subject = STR("We would like to offer you the role of ((role))"),
		.words = STR("Dear ((name))\n\nThank you for your time. We would like to offer you the role of ((role)) with ((council)).\n\nThe offer "
			"stands on checks that we make before anybody starts: who you are, your right to work here, your registration, references and "
			"the Disclosure and Barring Service.\n\nPlease tell us by ((answer by)) whether you accept." CLOSING),
	},
	[NOTICE_NOT_THIS_TIME] = {
		.stages = AT(REJECTED), .move = MOVE_REJECT, .check = NO_MOVE_OF,
		.subject = STR("Your application: ((role))"),
		.words = STR("Dear ((name))\n\nThank you for applying to be a ((role)) with ((council)), and for the time you gave to it. This time we "
			"have chosen others.\n\nIf you would like to know how your application was seen, please answer this message and we "
			"will tell you." CLOSING),
	},
	[NOTICE_FEEDBACK] = {
		.stages = AT(REJECTED) | AT(CHOSEN) | AT(OFFERED) | AT(DECLINED), .move = NO_MOVE_OF, .check = NO_MOVE_OF,
		.subject = STR("Feedback on your application: ((role))"),
		.words = STR("Dear ((name))\n\nThank you for asking how your application for the role of ((role)) was seen.\n\nWhat was strong:\n\n"
			"What others showed more of:\n" CLOSING),
	},
	[NOTICE_REFERENCE_ASKED] = {
		.to_referee = true, .stages = AT(CHECKING), .move = NO_MOVE_OF, .check = CHECK_REQUESTED, .daily = true,
		.subject = STR("A reference for ((candidate))"),
		.words = STR("Dear ((name))\n\n((candidate)) has been offered the role of ((role)) with ((council)) and has named you as a referee.\n\n"
			"The role is with children and families. Please tell us by ((answer by)) how you know them and for how long, what they did, how "
			"they worked, and whether anything makes you think that they should not work with children." CLOSING),
	},
	[NOTICE_REFERENCE_CHASED] = {
		.to_referee = true, .stages = AT(CHECKING), .move = NO_MOVE_OF, .check = CHECK_CHASED, .daily = true,
		.subject = STR("A reference for ((candidate)): we have not heard from you yet"),
		.words = STR("Dear ((name))\n\nWe asked you for a reference for ((candidate)), who has been offered the role of ((role)) with "
			"((council)), and have not heard from you. They cannot start before we have it.\n\nIf it is on its way, thank you. If you "
			"cannot give one, please say so, and we will ask somebody else." CLOSING),
	},
	[NOTICE_RECEIPT] = {
		.move = NO_MOVE_OF, .check = NO_MOVE_OF, .sending = true,
		.subject = STR("We have your application: ((reference))"),
		.words = STR("Dear ((name))\n\nThank you for applying to ((council)): ((role)).\n\nNumber of your application: ((reference))\n"
			"Sent: ((sent))\n\nTo see how far it is, or to withdraw it, go to ((look again)) and enter the code that you were shown when "
			"you began. We do not have the code and never ask for it: keep it to yourself.\n\nWe read every application and write to you "
			"about what was decided.\n\nIf it was not you who applied, please answer this message.\n\n((council))"),
	},
};
