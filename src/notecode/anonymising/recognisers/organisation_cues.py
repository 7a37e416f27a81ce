"""What is said of an organisation: words for working, learning, drinking or being ill somewhere.

Each table holds folded words. A cue says of what kind the name is that a preposition or a colon
behind it leads to; what is no name there ("works at night", "goes to bed") is listed as well.
"""

from notecode.anonymising.findings import PLACE, SCHOOL, SURGERY, WORKPLACE, WORSHIP
from notecode.anonymising.words.spelling import word_set

_CUES = {
    WORKPLACE: """
        work works worked working job jobs shift shifts employed employer employee employment
        employs hired sacked fired dismissed redundant laid temping temp temps grafting grafts
        labouring labours subbing apprentice apprenticeship interview trial volunteers volunteering
        volunteered gaffer boss colleague colleagues workmate workmates foreman supervisor cleaner
        cleans driver drives driving chef cook waiter waitress carer caretaker receptionist labourer
        packer picker packing picking porter mechanic welder fitter barber barista hairdresser
        butcher baker doorman bouncer guard cashier till tills stacking checkout warehouse overtime
        wages payslip p45 rota delivering delivers deliveries courier contract contracted
        contractor subcontracting bankrupted owns runs manages managing manager managers hr
        apprenticed stall relief usher hgv lorry barmaid barman roofer joiner plasterer plumber
        electrician scaffolder bricklayer labourers handyman gardener groundsman farmhand
        machinist seamstress operative operator fitting installing contracting
        traineeship secondment seconded director owner applied factory tools agency
        uniform lanyard earlies lates payroll
    """,
    SCHOOL: """
        attends attending attended pupil pupils enrolled reception nursery school schools playgroup
        preschool headteacher head deputy senco dsl ta teacher teaches teaching classroom
        excluded suspended sats governor studying studies student enrol enrols college uni
        university sixth degree lecturer homework y1 y2 y3 y4 y5 y6 y7 y8 y9 y10 y11 y12 y13 p1 p2
        p3 p4 p5 p6 p7 s1 s2 s3 s4 s5 s6
    """,
    SURGERY: """
        gp registered gps dentist surgery doctor doctors prescription script prescriptions
        methadone scripts subutex meds optician chemist bloods jabs smear
    """,
    PLACE: """
        drinks drinking drank boozing pints pint barred chucked thrown kicked karaoke darts pool
        snooker bingo trains training gym boxes boxing sparring football rugby cricket swimming
        karate judo dancing dance disco clubbing gig fight fighting brawl staying stays stayed
        lodging placed bailed resides residing hostel pub regular dj doorstaff wedding christening
        wake funeral bouncy party
    """,
    WORSHIP: """
        worships worship worshipping prays praying prayers baptised christened mass choir church
        mosque congregation usher preaches preached sermon communion
    """,
}

CUES: dict[str, str] = {word: kind for kind, text in _CUES.items() for word in text.split()}
"""A word -> the kind of organisation that is named behind it."""

WORK = frozenset(word for word, kind in CUES.items() if kind == WORKPLACE)
"""The cues of work, trades among them: "labourer (Magnet)"."""

ONLY_WITH = {
    "applied": word_set("to"),
    "work": word_set("at for in"),
    "works": word_set("at for in from"),
    "worked": word_set("at for in from"),
    "working": word_set("at for in from out"),
    **dict.fromkeys(["attend", "attends", "attended", "attending"], word_set("at in")),
}
"""Cues that few prepositions fit: one may work or attend with a person, or work on something."""

LEADS = word_set("at for by with from in to of outside via through wi wiv w near inside")
"""Words that lead from a cue to the name."""

SURE_LEADS = {
    WORKPLACE: word_set("at for by from with wi wiv"),
    SCHOOL: word_set("at from"),
    SURGERY: word_set("at with"),
    PLACE: word_set("at in outside from of"),
    WORSHIP: word_set("at"),
}
"""Those of them that lead to a name in lines that are typed without capitals."""

LABELS = {
    "employer": WORKPLACE,
    "employers": WORKPLACE,
    "employment": WORKPLACE,
    "workplace": WORKPLACE,
    "work": WORKPLACE,
    "works": WORKPLACE,
    "job": WORKPLACE,
    "emp": WORKPLACE,
    "agency": WORKPLACE,
    "firm": WORKPLACE,
    "placement": WORKPLACE,
    "school": SCHOOL,
    "schools": SCHOOL,
    "nursery": SCHOOL,
    "college": SCHOOL,
    "gp": SURGERY,
    "surgery": SURGERY,
    "pharmacy": SURGERY,
    "chemist": SURGERY,
    "dentist": SURGERY,
    "church": WORSHIP,
    "mosque": WORSHIP,
    "pub": PLACE,
    "gym": PLACE,
    "hostel": PLACE,
    "ap": PLACE,
    "area": PLACE,
    "zone": PLACE,
    "birthplace": PLACE,
    "pob": PLACE,
    "hometown": PLACE,
    "lives": PLACE,
    "resides": PLACE,
}
"""Words in whose field the name of an organisation stands: "School: hope valley"."""

ABOUT_WORK = word_set(
    """
    rota shift shifts hours wages payslip p45 job jobs work works working worked employed employer
    sacked dismissed overtime boss gaffer manager staff employment contract trial notice redundancy
    suspended turned shop store depot warehouse van order colleague colleagues cctv till payroll
    pay paid induction uniform customers customer references reference temp interview agency
    earlies lates nights rang hr furlough furloughed
    """
)
"""Words by which a remark is about somebody's work, or a shop."""

CONTACTED = word_set(
    "rang rung phoned called contacted emailed ringing calling left leaving quit joined joining"
    " runs run owns owned opened"
)
"""Verbs that have an organisation as their object, in a remark that is about work."""

FROM = word_set("from by with for to at outside")
"""Prepositions before an organisation in a remark that is about work."""

FREELY = word_set("from outside behind above opposite")
"""Those behind which a capital in mid-sentence is enough: nobody is called so whom a list knows."""

PLURAL_VERBS = word_set(
    "have are were say want refuse keep know think havent arent werent dont wont reckon insist"
    " confirm need expect owe sell hold own manage offer"
    " sacked hired employs"
)
"""Verbs in the plural: where one follows a name in the singular, many people are behind it.

A few that only a firm does are beside them.
"""

INVERTED = word_set("present apologies elder younger following please attendees attending")
"""Words before such a verb that are no subject of it: "Present were"."""

NOWHERE = word_set(
    """
    home homes house work night nights day days weekend weekends morning mornings evening evenings
    friend friends mate mates mum mums mam mams dad dads nan nans nanas gran grans sister sisters
    brother brothers uncle uncles auntie aunties cousin cousins ex partner address property flat
    flats door court station hospital school schools nursery college uni university church mosque
    temple shop shops pub pubs club clubs gym gyms bar bars warehouse factory restaurant takeaway
    cafe office offices site sites depot hotel hotels hostel agency agencies firm firms company
    companies business businesses garage farm farms market supermarket supermarkets store salon
    local same new old big little different another various several few cash money
    hire free fun life food benefits rent living himself herself themselves council government
    state nhs army navy police prison custody building construction retail care catering security
    cleaning security hospitality logistics transport education industry town city centre village
    area country abroad london england uk first last least present moment time times once all
    christmas xmas easter weekdays lunch lunchtime dinner tea breakfast bedtime midnight noon
    someone somebody somewhere various long ages weeks months years hours while bit now sure
    appointments appointment sessions session groups group meetings meeting contact interview
    hearing appt appts well regularly weekly daily late early regular fully poorly bed sleep
    people family relatives parents children kids neighbours neighbour address addresses
    accommodation temp temporary emergency refuge room rooms bus stop streets street car van
    road park rank counter reception till front back side top bottom end start beginning
    her his their my our him them me us it this that these those
    a an any some each every no not being having getting going doing the
    person assault harassment drink drugs alcohol speeding fighting theft breach breaching
    domestic violence abuse shoplifting no-one anger respect being drunk both us attendance
    private public special mainstream primary secondary high infant infants junior juniors
    hand hands bits bobs general own staff management managers reason reasons example instance
    ipad zoom teams video telephone phone email letter text post community unpaid payback
    gates gate entrance exit exits bathroom kitchen garden upstairs downstairs bedroom
    level stage risk standard grade step point pace distance speed capacity
    assessment review referral report plan support help advice treatment therapy counselling
    table half quarter mothers fathers foodbank foodbanks
    mass rear gate front doorstep fault issue play hand stake best worst half double full last
    custody crisis breaking boiling its distance ease odds sea peace war length large will dawn dusk
    lunch-time reception supermarket petrol cashpoint cash-point traffic lights junction corner
    pick handover bus-stop shops flats block scene location venue premises venue addresses places
    consent order condition conditions licence bail tag curfew court's
    """
)
"""What is no name behind such a cue and its preposition: "works at night", "drinks at home"."""

NUMBERS = word_set("one two three four five six seven eight nine ten eleven twelve")
"""Numbers in words: a time by themselves, and a name only before another word."""

ENDS = word_set(
    """
    full part nights days weekends evenings mornings mon tue tues wed weds thu thur thurs fri sat
    sun monday tuesday wednesday thursday friday saturday sunday currently presently since until
    til till because cos when where who which while but and or then so also he she they it his her
    their su vs perp via per every each most some last next this that today tomorrow tonight
    yesterday has have had is was are were will would says said say saying told tells rang rings
    wants want wanted left leaves got gets went goes going come came coming started starts ended
    ends finishing finishes finished starting doing does did makes made earns paid pays reg
    aware pls please thinks knows about around near nearby behind opposite next-door
    off on up down out over back round again too early late earlier later always never usually
    sometimes often mostly regularly again getting being having during after before for to from
    wi wiv same with in at by of as if no not yes yet still just only now there here
    """
)
"""Words before which a name in a line without capitals has come to its end."""

NO_ORGANISATION = word_set(
    """
    time out safety plan plans risk group groups session programme project order court crown victim
    child children adult family probation police church house home office team centre line
    section stage phase week module reception maternity segregation healthcare induction education
    workshop kitchen security visits wing night day days work universal credit bail licence curfew
    christmas easter halloween ramadan eid university internet zoom teams portal system form report
    data protection core strategy conference panel board hub forum review registry visa passport
    god lord bible quran holy spirit dad mum nan covid lockdown brexit navy raf police
    first second last high low medium standard very green amber red white black asian power control
    wheel cycle circle respect anger alcohol drugs early help mental health duty legal housing
    mondays tuesdays wednesdays thursdays fridays saturdays sundays weekends evenings mornings
    government council parliament state crisis job jobs blue yellow pink orange purple
    people person man men woman women boys girls lads parents neighbours officers staff management
    skills thinking better relationships building bridges freedom recovery toolkit own my
    personal independence payment allowance support employment seekers local authority children's
    social care services service unit department dept ministry justice act law general direct
    access voicemail whatsapp facebook snapchat instagram
    north south east west english maths word excel windows ring homicide gardai garda pst junction
    """
)
"""Words of services, posts and benefits, of which no firm is called where capitals say little."""

AIMED = word_set(
    """
    look looks looked looking stare stares stared staring shout shouts shouted shouting scream
    screams screamed screaming swear swears swore swearing laugh laughs laughed laughing point
    points pointed pointing throw throws threw throwing thrown aim aimed aiming lunge lunged
    lunging spit spat angry upset annoyed cross mad good bad better best rubbish hopeless great
    brilliant terrible poor quick slow surprised shocked alarmed disgusted not all only aged age
    was-at chance attempt attempts attempted stab go went goes come comes came came-at attack
    attacks grab grabs grabbed yell yelled yelling glare glared glaring smile smiled smiling wave
    waved kick kicked kicks swing swung punch punched directed level risk scored score rate rated
    ringing up anger out left
    """
)
"""Words before "at" behind which something is aimed at, and nobody is."""

THERE = word_set("at outside")
"""Words behind which a place stands in lines typed without capitals."""

PUPILS = word_set(
    "kids kid children child son sons daughter daughters boys girls boy girl twins eldest youngest"
    " middle he she they both"
)
"""Who goes to a school: "kids go to three rivers"."""

NAMED_AFTER = word_set(
    """
    willows limes beeches laurels firs oaks elms cedars poplars hollies birches rowans hawthorns
    sycamores chestnuts maples yews pines larches brambles gables lindens aspens alders
    hazels acorns spinney copse vine feathers shambles ridings paddocks orchards beehive cottons
    croft glebe hollow dell dingle coppice hermitage rookery moorings lilacs heathers ferns
    bricklayers carpenters colliers shipwrights fishermens blacksmiths farriers wheelwrights
    bird falcon kingfisher heron lapwing swallows swifts skylark nightingale magpies
    plough harrow wheatsheaf barleycorn maypole chequers cricketers foresters saracens
    """
)
"""Words after which houses, schools, surgeries and inns are called, behind "the"."""

DWELLING = word_set("lives lived living stays staying resides residing")
"""Verbs behind which the place may stand without a preposition: "nana lives firth moor"."""

SINCE = word_set("then previously formerly employee")
"""Words behind which the next place or firm may be named: "then Lantern for a year"."""

NO_DWELLING = word_set(
    "alone apart together independently rough separately away nearby locally close wild semi"
    " happily upstairs downstairs opposite"
)
"""How somebody lives, behind such a verb."""
