"""Plain words that the language model's lists lack: informal, recent, misspelt, and medicines.

Written for this project from general knowledge. Words that are also names of people or places are
left out: they would be read as words where they name somebody.
"""

from notecode.anonymising.words.spelling import word_set

_INFORMAL = """
    abit accom accomm accomodation acdt adidas adress advd agr agrd ahh aint airbed airfryer
    alaikum alc alevels alkie alot altho apointment apols appnt appointement appointmt appols
    aquaintance arbaeen argh arguement arr arrd arrvd ashura aspergers assalamu assesment
    assesments aswell atleast attendence aww babyfather babymother babysit backpay bae baggie
    baisakhi bampot bando bangup banjaxed bankholiday barista bby bcause bcos becos becuz
    beleive beltane benzo benzos berghaus bestie besties betfred bhai bhaiya bigword blimey
    blootered blud bluetooth bn boak bodycam bodyworn boxercise brickie bro bros bruv btec btecs
    cabbie campervan cancld canx cariad carpark carparks carseat carwash caseload caseloads
    casenote casenotes cashpoint catchup catchups cbeebies cellmate cellmates checkin
    childminder childminding childn chippie chippy chiro chldn chn ciggies cigs classcharts cntd
    cocomelon concious confmd cont contd convicn coulda couldnae couldve crabbit crackhead
    crackheads craic crikey crimbo crocs croeso crossfit culchie culdesac curr currnt cus cvs
    cwtch cwtched dashcam datix dayshift deescalate deescalated def deffo definately dhuhr didi
    didnae dinnae diolch discsd dissapointed dla dosh dreich dropbox dropin ducati dunno dvla
    dwt dyspraxia eachother earbuds easyjet ebike ecomap eejit eejits embarassed emoji emojis
    enggd engmt ensuite enviroment escooter everytime eww explaination expt factfinding fajr fc
    ffs fifa fitbit flipchart flt foodbanks footie footy fortnite fourty fufu gabbies gardai
    gaslit genogram genograms geolocation gf gif gimme ginnel glaikit gobby gobshite goverment
    grampy granthi greetin grr gruffalo gta gurdwara habibti hahaha halfbrother haram harrasment
    harrass harrassed harrassment hashanah hashtag hasnae havenae headsup hehe hgv hivis hoodie
    hoodies hous housng hrly hsg hungover hunny hvg hwyl icloud ict iddah idk iftar iggle
    imediately incid independant infact injera inlaw inreach isnae jakeys janmashtami jeez
    jobseekers jollof jumuah kabaddi kawasaki ket keylogger keywork keyworking khutba kickboxing
    kielbasa kippur knobhead ktm lacoste ladbrokes ladette lairy langline lehenga lemme lexmoto
    liase liased liasing livestream livestreamed lmao lmfao login logins logon logout lohri lols
    lotta maghrib maintainance mandir mardy meetg meh mehndi mentee minecraft montirex mssg
    mssgs mthly muharrem mustve namaz navratri neccessary neigbour neurodivergent neurodiverse
    nevruz newroz newyear nightshift nikah nikkah nintendo nonmol northface nothin noticable
    nuffin nurs nuthin nvm obvs occassion occassionally occurence oclock offce offlicence
    offline offnc offsite offy okd onedrive onesie onsite ontop opp ouch outta outwith
    paddypower padmate padmates paracetamol parkrun parliment passcode pcse pdf persistant phew
    piaggio pierogi pikachu pisshead pissheads pjs playdate playdates playgroup pokemon polce
    polic polis pongal posession posessive powerbank ppg precon precons pregab pregabs premmie
    preterm previa priviledge probaly probatn probs probtn prus psni puffa puja puttar qtr realy
    rebailed rebook rebooking recieve recomend recomended reebok referals regn rehab rehabs rel
    relat relationhip relevent relnship rels reoffend reoffended reoffending reoffends reponse
    rereferral rereferred resched resturant rgn roblox rofl roids rollies roti rship rshp rsvp
    ryanair sadaqah safegarding safegaurding satnav satnavs sch sched schl scratchcard
    scratchcards seg selfharm selfharmed selfharming selfie selfies sentance sentcd seperated
    seperately sessn sessns sevral shabbat sharam sharepoint shd shedule sheesh shoulda shouldve
    showup shwmae simalar sincerly sixthform smackhead smackheads smartphone smartwatch smh
    snicket sofasurf sofasurfing somethink sorta soundcloud spag speach speedgun spiderman
    stagdo stalkerware staycation steamin stepkids stramash strenght stushie succesful sukkot
    summat summink superdry supp suppt supptd suprised supv supvsn talaq tattooist tbh
    thebigword theyll timeout timeslot tmoro tns tommorow tommorrow tomorow tomoz toolkit
    toolkits trackie trackies tracksuit trapstar tusla tween twirlywoos tysm ubers ugh umrah
    unavail unfollow unfollowed unfriend unfriended uni unis untill upskill upto uptodate
    username usernames utd valentines vaped vaper vaping vlog wageslip wagwan walaikum wasnae
    wat weatherspoons wfh whatev whatevs whzan wich wierd wifey willnae withold witholding
    wizzair wkly wld woah worklessness worktop worktops wot woulda wouldnae wouldve wtf wudu
    xoxo yaar yalla yamaha yday yeezys yer yerself yestarday yestrday yom youll youse youve
    ystd zumba
"""
_MEDICINES = """
    abilify agomelatine amisulpride amlodipine apixaban atomoxetine baclofen bendroflumethiazide
    bisoprolol bromazolam butrans candesartan carbamazepine carbimazole cefalexin cerazette
    cetirizine champix clarithromycin clenil clonazepam clopidogrel clopixol cocodamol cyclizine
    depakote depixol dexamfetamine diclofenac dihydrocodeine elvanse epilim escitalopram
    etizolam fersamal flucloxacillin flupentixol folic fostair fybogel gaviscon gliclazide
    humira invega keppra lamotrigine laxido levetiracetam levonorgestrel levothyroxine
    lisdexamfetamine lofepramine lofexidine loperamide loratadine losartan lurasidone medikinet
    microgynon mirena montelukast movicol nalmefene nefopam nexplanon nicorette nrt nyxoid
    oxycodone oxycontin paroxetine physeptone piriton prenoxad priadel salbutamol seretide
    seroquel strattera sulpiride symbicort tapentadol topiramate trimethoprim valproate
    varenicline vortioxetine xeplion zolpidem zomorph zuclopenthixol
"""

INFORMAL_WORDS = word_set(_INFORMAL) | word_set(_MEDICINES)
"""Plain words that no dictionary of the model holds, folded."""
