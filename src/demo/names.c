/* names.c: tables of names, and a draw from them. */
#include "demo/names.h"

enum { WOMEN_MOST = 72, MEN_MOST = 40, FAMILIES_MOST = 132 };

struct name_group {
	Str ethnicity;
	int weight;                  /* of 100 */
	Str women[WOMEN_MOST], men[MEN_MOST], families[FAMILIES_MOST];
};

static const struct name_group groups[] = {
	{ STR("WBRI"), 61,
	  { STR("Sarah"), STR("Emma"), STR("Claire"), STR("Rebecca"), STR("Laura"), STR("Nicola"),
	    STR("Rachel"), STR("Gemma"), STR("Hannah"), STR("Amy"), STR("Charlotte"), STR("Lucy"),
	    STR("Katie"), STR("Jessica"), STR("Victoria"), STR("Helen"), STR("Louise"), STR("Joanne"),
	    STR("Samantha"), STR("Kelly"), STR("Bethany"), STR("Alice"), STR("Zoë"), STR("Chloë"),
	    STR("Anne-Marie"), STR("Georgia"), STR("Natalie"), STR("Kirsty"), STR("Stephanie"),
	    STR("Danielle"), STR("Siân"), STR("Rhiannon"), STR("Catrin"), STR("Megan"), STR("Ffion"),
	    STR("Heather"), STR("Abigail"), STR("Tracey"), STR("Diane"), STR("Julie"),
	    STR("Caroline"), STR("Michelle"), STR("Lisa"), STR("Karen"), STR("Amanda"),
	    STR("Jennifer"), STR("Leanne"), STR("Hayley"), STR("Donna"), STR("Alison"),
	    STR("Philippa"), STR("Harriet"), STR("Eleanor"), STR("Grace"), STR("Molly"), STR("Holly"),
	    STR("Jodie"), STR("Lauren"), STR("Lindsey"), STR("Melissa"), STR("Naomi"), STR("Olivia"),
	    STR("Paula"), STR("Rosie"), STR("Ruth"), STR("Sally"), STR("Sophie"), STR("Susan"),
	    STR("Tanya"), STR("Wendy"), STR("Eleri"), STR("Bronwen") },
	  { STR("James"), STR("Daniel"), STR("Matthew"), STR("Andrew"), STR("Thomas"), STR("Paul"),
	    STR("Christopher"), STR("Mark"), STR("Stephen"), STR("Gareth"), STR("Rhys"), STR("Adam"),
	    STR("Luke"), STR("Ben"), STR("Simon"), STR("Peter"), STR("Jack"), STR("Owen"), STR("Neil"),
	    STR("Robert"), STR("Richard"), STR("Ian"), STR("Craig"), STR("Joseph"),
	    STR("Alexander"), STR("Anthony"), STR("Callum"), STR("Darren"), STR("David"),
	    STR("Edward"), STR("Gary"), STR("George"), STR("Harry"), STR("Jonathan"), STR("Kieran"),
	    STR("Lewis"), STR("Martin"), STR("Nathan"), STR("Oliver"), STR("Ryan") },
	  { STR("Smith"), STR("Jones"), STR("Taylor"), STR("Brown"), STR("Williams"), STR("Wilson"),
	    STR("Johnson"), STR("Davies"), STR("Robinson"), STR("Wright"), STR("Thompson"), STR("Evans"),
	    STR("Walker"), STR("White"), STR("Roberts"), STR("Green"), STR("Hall"), STR("Wood"),
	    STR("Jackson"), STR("Clarke"), STR("Hughes"), STR("Edwards"), STR("Turner"), STR("Cooper"),
	    STR("Hill"), STR("Ward"), STR("Morris"), STR("Moore"), STR("Baker"), STR("Harrison"),
	    STR("Morgan"), STR("Griffiths"), STR("Price"), STR("Bennett"), STR("Lewis"), STR("Cook"),
	    STR("Shaw"), STR("Parker"), STR("Carter"), STR("Mitchell"), STR("Marshall"), STR("Fletcher"),
	    STR("Holmes"), STR("Barker"), STR("Webb"), STR("Knight"), STR("Pearson"), STR("Howells"),
	    STR("Llewellyn"), STR("Pritchard"), STR("Rowley"), STR("Fellows"), STR("Bagshaw"),
	    STR("Smith-Jones"), STR("Hartley-Brown"), STR("Ellis-Wood"), STR("Atkins"), STR("Yates"),
	    STR("Whitehouse"), STR("Tomlinson"),
	    STR("Allen"), STR("Andrews"), STR("Armstrong"), STR("Ashton"), STR("Atkinson"),
	    STR("Austin"), STR("Bailey"), STR("Ball"), STR("Banks"), STR("Barnes"), STR("Barrett"),
	    STR("Bates"), STR("Berry"), STR("Booth"), STR("Bradley"), STR("Brookes"), STR("Burton"),
	    STR("Butler"), STR("Chapman"), STR("Coates"), STR("Coles"), STR("Cox"), STR("Crawford"),
	    STR("Cross"), STR("Curtis"), STR("Dawson"), STR("Dixon"), STR("Elliott"), STR("Farrell"),
	    STR("Fisher"), STR("Ford"), STR("Foster"), STR("Fox"), STR("Freeman"), STR("Gibson"),
	    STR("Graham"), STR("Gregory"), STR("Hancock"), STR("Harding"), STR("Hart"), STR("Hawkins"),
	    STR("Hayes"), STR("Hodgson"), STR("Hopkins"), STR("Howard"), STR("Hudson"), STR("Hunt"),
	    STR("Ingram"), STR("Jarvis"), STR("Jenkins"), STR("Johnstone"), STR("Lawson"),
	    STR("Lloyd"), STR("Lowe"), STR("Mason"), STR("Matthews"), STR("Mills"), STR("Newton"),
	    STR("Nicholls"), STR("Osborne"), STR("Palmer"), STR("Perry"), STR("Phillips"),
	    STR("Poole"), STR("Powell"), STR("Pugh"), STR("Reynolds"), STR("Rhodes"), STR("Saunders"),
	    STR("Spencer"), STR("Stevens"), STR("Watkins") } },
	{ STR("WIRI"), 4,
	  { STR("Aoife"), STR("Ciara"), STR("Niamh"), STR("Sinéad"), STR("Siobhán"), STR("Bridget"),
	    STR("Róisín"), STR("Maeve"), STR("Deirdre"), STR("Orla") },
	  { STR("Conor"), STR("Declan"), STR("Seán"), STR("Liam"), STR("Patrick"), STR("Ciarán") },
	  { STR("O'Brien"), STR("Murphy"), STR("Kelly"), STR("O'Connor"), STR("Byrne"), STR("Ryan"),
	    STR("O'Sullivan"), STR("Doyle"), STR("McCarthy"), STR("Gallagher"), STR("O'Neill"),
	    STR("Kennedy") } },
	{ STR("WOTH"), 7,
	  { STR("Katarzyna"), STR("Agnieszka"), STR("Magdalena"), STR("Joanna"), STR("Elena"),
	    STR("Ioana"), STR("Andreea"), STR("Sofia"), STR("Ana"), STR("Eleni"), STR("Björk"),
	    STR("Francesca"), STR("Zsófia"), STR("Inês") },
	  { STR("Piotr"), STR("Tomasz"), STR("Andrei"), STR("Björn"), STR("Jörg"), STR("Mateusz"),
	    STR("Marco"), STR("Luís") },
	  { STR("Kowalska"), STR("Nowak"), STR("Wójcik"), STR("Popescu"), STR("Ionescu"), STR("Silva"),
	    STR("Rossi"), STR("Schröder"), STR("Söderberg"), STR("Papadopoulos"), STR("Szabó"),
	    STR("Königsberg"), STR("Pereira"), STR("Mazur") } },
	{ STR("BAFR"), 9,
	  { STR("Chioma"), STR("Ngozi"), STR("Blessing"), STR("Grace"), STR("Abimbola"), STR("Folasade"),
	    STR("Tendai"), STR("Rutendo"), STR("Thandiwe"), STR("Akosua"), STR("Abena"), STR("Mercy"),
	    STR("Hodan"), STR("Wanjiru") },
	  { STR("Emeka"), STR("Tunde"), STR("Kwame"), STR("Tafadzwa"), STR("Farai"), STR("Samuel"),
	    STR("Olumide"), STR("Abdi") },
	  { STR("Adeyemi"), STR("Okafor"), STR("Okonkwo"), STR("Mensah"), STR("Moyo"), STR("Ndlovu"),
	    STR("Sibanda"), STR("Ncube"), STR("Boateng"), STR("Owusu"), STR("Eze"), STR("Balogun"),
	    STR("Nwosu-Clarke"), STR("Chikwanha"), STR("Mutasa"), STR("Kamau"), STR("Hassan") } },
	{ STR("BCRB"), 7,
	  { STR("Marcia"), STR("Sharon"), STR("Simone"), STR("Jasmine"), STR("Monique"), STR("Shanice"),
	    STR("Yvonne"), STR("Beverley"), STR("Natasha"), STR("Keisha") },
	  { STR("Marlon"), STR("Leroy"), STR("Jermaine"), STR("Curtis"), STR("Andre"), STR("Winston") },
	  { STR("Campbell"), STR("Francis"), STR("Gordon"), STR("Grant"), STR("Henry"), STR("Samuels"),
	    STR("Blake"), STR("Reid"), STR("Bailey"), STR("Charles-Thomas"), STR("St Louis"),
	    STR("Wallace") } },
	{ STR("AIND"), 3,
	  { STR("Priya"), STR("Harpreet"), STR("Jaspreet"), STR("Manisha"), STR("Sunita"), STR("Kiran"),
	    STR("Amrit"), STR("Anjali"), STR("Rupinder"), STR("Meera"), STR("Asha"), STR("Sukhvinder") },
	  { STR("Raj"), STR("Gurpreet"), STR("Amit"), STR("Sanjay"), STR("Arjun"), STR("Harjit") },
	  { STR("Patel"), STR("Kaur"), STR("Singh"), STR("Sharma"), STR("Shah"), STR("Gill"),
	    STR("Sandhu"), STR("Mistry"), STR("D'Souza"), STR("Dhillon"), STR("Chauhan"), STR("Nair") } },
	{ STR("APKN"), 2,
	  { STR("Ayesha"), STR("Fatima"), STR("Saima"), STR("Nadia"), STR("Zainab"), STR("Shazia"),
	    STR("Rukhsana"), STR("Maryam"), STR("Sana"), STR("Iqra") },
	  { STR("Imran"), STR("Bilal"), STR("Usman"), STR("Tariq"), STR("Adeel"), STR("Nadeem") },
	  { STR("Khan"), STR("Hussain"), STR("Ahmed"), STR("Akhtar"), STR("Mahmood"), STR("Iqbal"),
	    STR("Malik"), STR("Begum"), STR("Mirza"), STR("Rashid") } },
	{ STR("ABAN"), 1,
	  { STR("Nasima"), STR("Rahima"), STR("Sultana"), STR("Tahmina"), STR("Shirin") },
	  { STR("Rafiq"), STR("Shahid"), STR("Kamal") },
	  { STR("Miah"), STR("Rahman"), STR("Islam"), STR("Uddin"), STR("Chowdhury"), STR("Khatun") } },
	{ STR("CHNE"), 1,
	  { STR("Mei Ling"), STR("Xiu"), STR("Li Na"), STR("Grace"), STR("Wing Yan") },
	  { STR("Wei"), STR("Jian"), STR("Kwok Wah") },
	  { STR("Chan"), STR("Wong"), STR("Li"), STR("Zhang"), STR("Cheung"), STR("Ng") } },
	{ STR("MWBC"), 2,
	  { STR("Maya"), STR("Naomi"), STR("Tia"), STR("Nia"), STR("Jade"), STR("Chantelle") },
	  { STR("Reuben"), STR("Elijah"), STR("Marcus"), STR("Tyrone") },
	  { STR("Osei-Wright"), STR("Thomas"), STR("Lindo"), STR("Barrett"), STR("Gayle") } },
	{ STR("MOTH"), 2,
	  { STR("Leila"), STR("Yasmin"), STR("Mina"), STR("Aisha-Rose") },
	  { STR("Kai"), STR("Zane"), STR("Idris") },
	  { STR("Hall-Mohammed"), STR("Nguyen"), STR("Costa"), STR("Fernandes"), STR("Abbott") } },
	{ STR("OOTH"), 1,
	  { STR("Rana"), STR("Dilan"), STR("Shirin"), STR("Zeynep") },
	  { STR("Karim"), STR("Cemal"), STR("Reza") },
	  { STR("Haddad"), STR("Demir"), STR("Karimi"), STR("Aziz") } },
};

/* Names by which people are known, where another stands in their passport. */
static const Str short_forms[][2] = {
	{ STR("Rebecca"), STR("Becky") }, { STR("Victoria"), STR("Vicky") },
	{ STR("Samantha"), STR("Sam") }, { STR("Katarzyna"), STR("Kasia") },
	{ STR("Daniel"), STR("Dan") }, { STR("Matthew"), STR("Matt") }, { STR("Abigail"), STR("Abi") },
	{ STR("Stephanie"), STR("Steph") }, { STR("Thomas"), STR("Tom") },
	{ STR("Sukhvinder"), STR("Sukhi") }, { STR("Abimbola"), STR("Bimbola") },
};

static const struct name_group *
draw_group(struct random *random)
{
	int at = random_below(random, 100), g = 0;
	while (g + 1 < (int)countof(groups) && at >= groups[g].weight)
		at -= groups[g++].weight;
	return &groups[g];
}

static Str
draw(struct random *random, const Str *names, int most)
{
	int count = 0;
	while (count < most && names[count].len > 0)
		count++;
	return names[random_below(random, count)];
}

/* One in eight has the family name of another group: of a husband, a mother, an adoption. One in
 * eight has a second given name. */
struct made_name
name_draw(struct random *random, bool woman, struct arena *perm)
{
	const struct name_group *group = draw_group(random);
	const struct name_group *by = random_in_100(random, 12) ? draw_group(random) : group;
	const Str *given = woman ? group->women : group->men;
	int most = woman ? WOMEN_MOST : MEN_MOST;
	struct made_name name = { .given = draw(random, given, most), .ethnicity = group->ethnicity };
	name.family = draw(random, by->families, FAMILIES_MOST);
	for (ptrdiff_t i = 0; i < countof(short_forms); i++)
		if (str_equal(short_forms[i][0], name.given) && random_in_100(random, 60))
			name.known_as = short_forms[i][1];
	Str second = random_in_100(random, 13) ? draw(random, given, most) : name.given;
	if (!str_equal(second, name.given))
		name.given = str_format(perm, "%.*s %.*s", STR_ARG(name.given), STR_ARG(second));
	return name;
}
