"""Words that case notes use and that are never a person's name by themselves.

Role words, agencies, multi-agency meetings, legal orders, days and months, and the abbreviations
of the field. A roster name that equals one of them still counts as a name, but needs a cue.
"""

from notecode.anonymising.words.spelling import word_set

_ABBREVIATIONS = """
a&e aa abh ac acct addr ado aka am anps aob app approx appt appts arv asap asb asbo asd asist asst
asw atm atr att avm awol b/f bail bbr bbv bda bday bf bme bpd brb btw bwv c/o caada cab cada
cafcass cam camhs cart cbo cbt cc cccj ccg cctv cfo cgl chisvp cid cin cjs cld cm cmhrs cmht cms
cob comp con conf coo cp cpa cpcc cpd cpn cpo cpp cps cpt crb crc crhtt cris crn cro crt cs csa
csc cse css ct cto cwu cyps da dap daru dash dau dbs dc dci dcs depo det dhr di diag dip disc dna
dob doc doh dols dpa dr drr ds dsl dso dtr dv dva dvds dvip dvpn dvpo dvpp dvu dwp dx ed edt eet
eg eha ehcp email emdr emw eot epo esa eta etc etv fao fgc fgm fip fist flo fmo fnp foi ftA fta
fup fv g/f gbh gdpr gov gp gps gsw ha hb hba hca hdc hdu hfs hiya hmcts hmo hmp hmpo hmrc ho hr
hrs hrt hsc hse hub hv hx ia iaa iapt icb icj icu id idap idt idva idvas ie iep ihbt iic imho imo
inc info ing insta inv iom ipt irc irs isa isva itc iv ivf ivo jcp jsa kit la laa lac lado lasar
lasp lft lgbt lm lma loc lpa lscb lso lst mad madap maht mapp mappa mapps marac maracs marat mash
max mdo mds mdt mgr mh mhact mht mhtr mins misper mit moj mop mosac mou msg msgs mst mtg mtgs mths
nai nb neet nfa nfi nhs ni nil nino nmo nok nomis nowt npcc nps nr nspcc nte nvq oasys oca occ ocd
odoc offs oic ok om omg omu omus oos op opd ops orj ot otl owt pa pace padp pals paps para patr pc
pcc pcsc pcso pdu per pgd pip pir pls pm pmp pnc po poc poca pod pop poss pow ppn ppo ppt ppu pre
ps psa psi psr pt pto ptsd pub pv pvp qc rai rar rard re recd ref refs reg rep req res resp rfa
rht rip ro roh rosh rota rsl rso rtc rts rx s17 s20 s37 s38 s47 sac sadv saf sara sarc scp scr sdr
sdva sen senco ser sfo sgt sha sho sig sio sis sm smi sms smt snt soc sop sor soti spec spo spoc
sso ssp sst ssw std sti strat strt su sup svro sw sws syp syspo t/c ta taf tag tbc tbi tc tcs tdr
tel telecon temp tnr toa toil tpt ttg tv tx txt uc uk umis upw urn us utc v/m v/s vawg vcop vcs
vfb viso vlo vm voc vol vs vsu w/ w/c w/o wc wcu wef wk wks wpc wrap xhibit xmas yos yot yots yp
yrs
"""
_ROLES_AND_AGENCIES = """
advisor adviser advocate agency alcohol anonymous assessor attorney authority bailiff barrister
borough caller carer caseworker cafcass chair chief children childrens clerk clinic clinician
coach college colleague commissioner community conference consultant coordinator co-ordinator core
constable coroner council counsellor counselling court courts crown custody dad daddy dashboard
department detective director doctor domestic drive duty engagement facilitator family father
foster friend grandad grandma gran grandmother grandfather group guardian guv head headteacher
health helpline hospital hostel housing idva idvas independent inspector jobcentre judge keyworker
landlord lawyer lead legal liaison link magistrate magistrates manager maracs marac matron medic
mental midwife midwives ministry mother mum mummy nan nana nanny national nhs niche nurse offender
officer operator outreach paramedic parent parole partner partnership patrol pharmacist physio
police practice practitioner prison probation project prosecution prosecutor provider psychiatrist
psychologist psychology receptionist recovery referrer refuge registrar relate representative
respect safeguarding safelives samaritans sanctuary school secretary sergeant sergent service
services sheriff shelter sister social society solicitor solicitors specialist staff stepdad
stepmum student substance supervisor support surgery survivor survivors teacher team tenancy
therapist therapy trainee trust tutor unit universal victim victims visitor volunteer ward warden
witness woman womans women womens worker workers youth brother son daughter uncle aunt auntie
cousin husband wife girlfriend boyfriend ex baby client clients perpetrator perp ofsted
service-user serviceuser user
"""
_CALENDAR = """
monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri
sat sun january february march april may june july august september october november december jan
feb mar apr jun jul aug sep sept oct nov dec today tomorrow yesterday tonight christmas xmas
easter ramadan eid diwali new year bank holiday halloween weekend week month fortnight morning
afternoon evening night noon midnight
"""
_NOTE_WORDS = """
actioned advised agreed aware arrested assessed attended awaiting bailed booked breach breached
called cancelled case charged chased checked closed confirmed contacted convicted declined denied
disclosed discussed dna emailed engaged engaging escalated expressed failed forwarded further gave
hi hello dear regards thanks thank kind best cheers incident informed initial intro introduced
left letter logged met minutes missed nothing noted notified offered outcome phoned plan planned
presented previous raised rang received recalled referred refused released remanded replied
reported requested responded reviewed rung said saw scheduled seen sent session shared signed
spoke spoken stated submitted text texted tel told tried unable update updated urgent via visited
voicemail whatsapp facebook instagram snapchat tiktok youtube google teams zoom skype outlook
gmail hotmail yahoo messenger tinder netflix tesco asda aldi lidl argos mcdonalds greggs nando
wetherspoons xbox playstation iphone android ipad universal credit english welsh scottish irish
polish romanian british asian african pakistani indian somali muslim christian catholic sikh hindu
jewish islam methadone subutex diazepam valium cocaine heroin cannabis spice ketamine mdma vodka
sertraline mirtazapine citalopram adhd autism ptsd naltrexone zopiclone pregabalin gabapentin subj
subject fwd cc bcc attachment original message wrote swyddog prawf heddlu llys nyrs meddyg
gweithiwr to from re fw mr mrs ms miss mx dr prof pc
pcso dc ds di dci sgt ps wpc insp cllr rev sir lady
"""

_BRANDS = """
corsa vectra lexus astra fiesta focus golf polo passat transit sprinter hilux zafira yaris
corolla prius
micra juke qashqai clio megane insignia mondeo octavia skoda vauxhall toyota nissan renault
peugeot citroen berlingo fiat seat hyundai mazda suzuki subaru audi bmw
jaguar volvo mitsubishi vw volkswagen landrover strava snapmaps grindr bumble hinge
onlyfans telegram discord twitch reddit pinterest spotify paypal monzo revolut klarna vinted
ebay gumtree deliveroo ubereats airtag airtags airpods tecsos hollieguard macbook nokia
samsung huawei morrisons sainsburys sainsbury waitrose wickes screwfix primark matalan
wilko poundland superdrug specsavers halfords nandos costa starbucks kfc
guinness fosters strongbow smirnoff buckfast benfica celtic rangers arsenal
fentanyl oramorph tramadol codeine fluoxetine quetiapine olanzapine risperidone aripiprazole
paliperidone clozapine lorazepam temazepam promethazine propranolol amitriptyline duloxetine
venlafaxine buvidal espranor antabuse acamprosate campral suboxone xanax ventolin metformin
facetime lloyds barclays natwest halifax santander nextdoor bitcoin airbnb travelodge wifi wi-fi
covid zoopla rightmove experian
mashallah inshallah alhamdulillah hamdulillah diwali vaisakhi hanukkah purim
"""
_MORE_ABBREVIATIONS = """
ext hosp ctr ltr paed paeds rlwy mins tmrw tmw tmo tonite wknd wkend bday b'day til cos cuz soz
thx tks pls plz ppl bc abt btwn frm hv'd fmpo fmu nip ric rrf cait semh lscp mg7 mg11 tecsos
sendco senco ppcs ppmu lpft slam eip hbt pnd ocd eupd bpd cptsd adl phv chv cii dnr dnacpr
stmt cond conds excl incl excl. info addr mob tel landline assmt appmt refd adj
adjs susp inft informt occ custdy mags ct crt hrg adjd remd rtn rtnd bk bkd wl w/l cab ukvi brp
euss nrm ptph upn cust rec tchr interp terp pncid livescan ehash unocini lcw lcwra dhp hmcts laa
dols mca vri mhtr drr atr opd sfo sdr crissa ogrs ovp ual fgm hbv fme hcp anc epau gtt htt crht cto
mse phq9 gad7 bmi mmr rta nxt alloc allocd wkr wkrs dep realloc disch dx tx rx f2f nok poa rsl
tafs tac cinp icpcs rcpcs lac rvw assd reps rep stn cctv bwv s136 dvcv vps vpss iidva mirap
cjsw cjsws copfs pf scra dsdas dasa nho nhos cppm cppms matac mata vprs ukrs arap sps girfec iaf
pbni psnis htst evid yest grp grps wev rcvd fwded asst crisis mdt mdts imr obs bp sats casp eyst sws
cpos cpoa dto dttos mappp lsi saraq rlo ofo oop oops paye p45 p60 nvqs tefl ielts ilets hnd
mvdac pmva shpo eval pastor imam powerpoint letterbox reverend
ispa clo plo iros cla eet neet sen ehcp wks ft pt ptnr rls relo hols
committee dvilr vrm vrms vrn seemis cjswr pcn rptd teleconf ddi gmc bffc pitr
ilr nrpf cic kccs inv oel ifa ippy dsl ddsl hcpc ccms ilo hls ols ofc chb ctb
"""

ABBREVIATIONS = frozenset((_ABBREVIATIONS + _MORE_ABBREVIATIONS).lower().split())
"""Abbreviations of the field, lower case. No initials of a person are looked for among them."""

CALENDAR_WORDS = word_set(_CALENDAR)
"""Days, months and feasts, lower case. They stay in a note."""

KEPT_WORDS = (
    ABBREVIATIONS
    | CALENDAR_WORDS
    | word_set(_ROLES_AND_AGENCIES)
    | word_set(_NOTE_WORDS)
    | word_set(_BRANDS)
) - frozenset({"cam", "mo", "si", "para"})
"""Everything that is kept unless it belongs to a person's full name."""

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb febuary",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
"""Month names and their short forms, lower case -> 1 to 12."""

TITLES = word_set(
    """
    mr mrs ms miss mx dr prof professor doctor sgt sergeant insp inspector pc pcso dc ds di dci ps
    wpc det dsi supt judge hhj dj ddj djmc cllr councillor rev reverend father sister sir lady lord
    nurse constable
    """
)
"""Titles that stand before a surname, lower case."""

TELLING_VERBS = word_set(
    """
    rings said says saying stated states told tells asked asks rang calls called phoned phones
texted
    texts emailed replied replies answered reported reports disclosed discloses confirmed confirms
    attended attends arrived missed came went wants wanted feels felt thinks thought knows knew
    agreed agrees refused refuses denied denies admitted admits claimed explained explains
    described describes lives lived works worked stayed stays shouted smashed punched kicked
    slapped threatened grabbed strangled assaulted apologised cried laughed minimised minimises
    blames blamed accepts accepted engaged engages likes hates loves visited
    """
)
"""Verbs whose subject is a person, lower case."""

MODAL_VERBS = frozenset({"will", "would", "could", "should", "might", "must", "cannot", "wont"})
"""Verbs that speak of what may come, lower case."""

NAME_VERBS = TELLING_VERBS | word_set(
    """
    or hasn isn wasn doesn didn hadn won couldn wouldn looks talks asks
    also and appeared appears became bought broke brought comes contacted continued
    continues did didnt does doesnt drank drove expressed fell fought found gave gets gives
    goes got had hadnt has hasnt heard held hid hit hurt is isnt kept left lost made meant
    mentioned met moved needed needs never only paid presented presents pushed ran read
    requested sat saw says seemed seems sends sent slept sounded sounds spent spoke started
    still stood stopped swore takes threw took tried tries turned understood was wasnt woke
    wore wrote
    """
)
"""Words that follow a person's name at the start of a sentence, lower case, without apostrophes."""

ARTICLES = frozenset(
    {"the", "a", "an", "his", "her", "their", "my", "our", "your", "this", "some", "any"}
    | {"no", "every", "each", "very", "too", "more", "of", "in", "last", "next", "to"}
)
"""Words after which a word that is also a name is no name, lower case."""

NAME_LEADS = word_set(
    """
    told tell asked called named rang ring phoned texted emailed met saw seen visited with from to
    by and contacted informed updated advised re regarding about for hi hello dear thanks cheers
    regards spoke via hit assaulted arrested bailed remanded recalled mr mrs ms miss mx dr pc dc
    ds dad mum son daughter brother sister partner ex uncle aunt cousin friend boyfriend
    girlfriend husband wife baby known nicknamed aka against threatened
    """
)
"""Words after which a capitalised word is likely to be a name, lower case."""

CONTACT_WORDS = word_set(
    """
    spoke tc c call called calls email emailed text letter rang phone talked speaking message msg
    telecon visit session written wrote passed said sent forwarded speak listening apologised lied
    introduced married vm voicemail heard
    """
)
"""Words of contact, which "to" and a name follow, lower case."""

SURE_NAME_LEADS = NAME_LEADS - word_set(
    """
    to by and for about re via with from known
    """
)
"""Leads that make a name of a word even where nothing is capitalised."""
