/* candidate_lists.h: a council with two rounds, some who applied before, and a list of applications to it. */
#ifndef TEST_CANDIDATE_LISTS_H
#define TEST_CANDIDATE_LISTS_H

static const char council[] =
	"unit U-000001 2015-01-01 open name=Duty; kind=team\n"
	"role R-000001 2015-01-01 open title=Social worker; family=social_work; census_role=5; registered=yes\n"
	"role R-000002 2015-01-01 open title=Senior practitioner; family=social_work; census_role=4; registered=yes\n"
	"title T-000001 2015-01-01 open title=Snr Prac; role=R-000002\n"
	"person N-000001 family_name=Oddie; given_names=Ann; born=1980-02-01\n"
	"hiring_round RN-000001 number=1; name=Round 1; opens_on=2025-09-01; closes_on=2025-09-30; shortlist_by=2025-10-06; anonymous=yes; public=no\n"
	"hiring_round RN-000002 number=2; name=Round 2; opens_on=2025-10-01; closes_on=2025-10-31; anonymous=yes; public=no\n"
	"candidate CN-000001 family_name=Shaw; given_names=Di; email=di@example.org\n"
	"candidate CN-000002 family_name=Shaw; given_names=Diana; email=shaw@example.org; same_as=CN-000001\n"
	"candidate CN-000003 family_name=Hale; given_names=Ed; swe_number=SW123\n"
	"application AP-000001 candidate=CN-000001; round=RN-000001; role=R-000001; band=newly_qualified; received_on=2025-09-20\n"
	"application_step ST-000001 application=AP-000001; move=reject; held_on=2025-10-02; turn=1; reason=criteria\n";

static const char list[] =
	"Reference,First name,Surname,Email,SWE number,Round,Role,Experience,Date applied,Status,Status date,Reason,Ethnicity,Sex\n"
	"T1,Di,Shaw,SHAW@example.org,,Round 2,Snr Prac,Experienced,3 Oct 2025,Shortlisted,10 Oct 2025,,WBRI,F\n"
	"T2,Bo,Reed,bo@example.org,,2,Social worker,NQSW,4 Oct 2025,Interviewed,20 Oct 2025,,Bangladeshi,\n"
	"T3,Ed,Hale,,SW123,RN-000002,R-000001,experienced,5 Oct 2025,Rejected,12 Oct 2025,,,\n"
	"T4,Al,Moss,al@example.org,,2,Social worker,Experienced,6 Oct 2025,New,,,,\n";

#endif
