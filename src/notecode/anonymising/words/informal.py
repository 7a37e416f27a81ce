"""Plain words that the language model's lists lack: informal, recent, misspelt, and medicines.

Written for this project from general knowledge. Words that are also names of people or places are
left out: they would be read as words where they name somebody.
"""

from notecode.anonymising.words.spelling import word_set

_INFORMAL = """
    abit aboot accom accomm accomodation acdt adidas adress advd aff afore agr agrd ahh aint
    airbed airfryer alaikum alc alevels alkie allus alot altho annwyl anythin apointment
    apols appnt appointement appointmt appols aquaintance arbaeen arenae argh arguement arr
    arrd arrvd ashura askin aspergers assalamu assesment assesments aswell atleast
    attendence aw aww aye babyfather babymother babysit backpay bae baggie baisakhi bampot
    bando bangup banjaxed bankholiday barista bby bcause bcos becos becuz beleive beltane
    benzo benzos berghaus bestie besties betfred bhai bhaiya bigword blimey blootered blud
    bluetooth bn boak bodycam bodyworn bom bore boxercise brawd brickie brither bro bros
    bruh bruv btec btecs cabbie callin campervan cancld cannae canx cariad carpark carparks
    carseat carwash caseload caseloads casenote casenotes cashpoint catchup catchups
    cbeebies cellmate cellmates checkin childminder childminding childn chippie chippy chiro
    chldn chn chwaer ciggies cigs classcharts cntd cocomelon comin concious confmd cont
    contd convicn coulda couldnae couldve crabbit crackhead crackheads craic crikey crimbo
    crocs croeso crossfit cryin culchie culdesac cuppa curr currnt cus cuz cvs cwtch cwtched
    daein daeing dashcam dat datix dayshift ddoe deescalate deescalated def deffo definately
    deid dem dhuhr didi didnae dinnae diolch dis discsd dissapointed dla dobrze doesnae doin
    dosh dreich drinkin drivin dropbox dropin ducati dunno dvla dwt dydd dyspraxia dziekuje
    eachother earbuds easyjet ebike ecomap eejit eejits efter embarassed emoji emojis enggd
    engmt ensuite enviroment escooter everythin everytime eww explaination expt factfinding
    fae faither fajr fam fc feart feds ffs fifa fightin fitbit flipchart flt foodbanks
    footie footy fortnite fourty fufu gabbies gardai gaslit genogram genograms geolocation
    gerrin gerroff gettin gf gie gied gien gies gif gimme ginnel glaikit gobby gobshite goin
    gonnae goverment gracias grampy granthi greetin greeting grr gruffalo gta guid gurdwara
    gyal habibti hadnae hahaha halfbrother hame haram harrasment harrass harrassed
    harrassment hashanah hashtag hasnae havenae headsup heddiw hehe heid hersel hgv himsel
    hissen hittin hivis hoodie hoodies hoose hous housng hrly hsg hungover hunny hvg hwyl
    iawn icloud ict iddah idk iftar iggle imediately incid independant infact injera inlaw
    innit inreach inshaallah inshallah isnae jakeys janmashtami jeez jobseekers jollof
    jumuah kabaddi kawasaki ket keylogger keywork keyworking khutba kickboxing kickin
    kielbasa kippur knobhead ktm lacoste ladbrokes ladette lairy langline laughin leavin
    lehenga lemme lexmoto liase liased liasing livestream livestreamed livin lmao lmfao
    login logins logon logout lohri lols lookin lotta maghrib maintainance maist mandem
    mandir mans mardy masel mashallah meetg meh mehndi mentee merch merci meself mesen
    minecraft missen mither montirex mssg mssgs mthly muharrem multumesc mulumesc mustve nae
    naebody naething namaz navratri neccessary neigbour neurodivergent neurodiverse nevruz
    newroz newyear nie nightshift nikah nikkah nintendo noite nonmol noo northface nos
    noswaith nothin noticable nowt nuff nuffin nurs nuthin nvm obrigada obrigado obvs
    occassion occassionally occurence oclock offce offlicence offline offnc offsite offy okd
    onedrive onesie onsite ontop oot opp ouch outta outwith ower owt paddypower padmate
    padmates paracetamol parkrun parliment passcode pcse pdf persistant phew piaggio pierogi
    pikachu pisshead pissheads pjs playdate playdates playgroup pokemon polce polic polis
    pongal posession posessive powerbank ppg precon precons pregab pregabs premmie preterm
    previa priviledge probaly probatn probs probtn prosze prus psni puffa puja puttar qtr
    realy rebailed rebook rebooking recieve recomend recomended reebok referals regn rehab
    rehabs rel relat relationhip relevent relnship rels reoffend reoffended reoffending
    reoffends reponse rereferral rereferred resched resturant rgn ringin roblox rofl roids
    rollies roti rship rshp rsvp ryanair sadaqah safegarding safegaurding satnav satnavs
    sayin sch sched schl scratchcard scratchcards seg selfharm selfharmed selfharming selfie
    selfies selt sentance sentcd seperated seperately sessn sessns sevral shabbat sharam
    sharepoint shd shedule sheesh shoulda shouldnae shouldve shoutin showup shukran shurrup
    shwmae simalar sincerly sixthform sleepin smackhead smackheads smartphone smartwatch smh
    smokin snicket sofasurf sofasurfing somebdy somethin somethink sorta soundcloud spag
    speach speedgun spiderman stagdo stalkerware staycation stayin steamin stepkids stramash
    strenght stushie succesful sukkot sumdy summat summink superdry supp suppt supptd
    suprised supv supvsn swearin tae takin talaq talkin tattooist tbh tellin tellt telt tha
    thebigword thee thegither themsel theyll thinkin thissen timeout timeslot tings tmoro
    tns tommorow tommorrow tomorow tomoz toolkit toolkits trackie trackies tracksuit
    trapstar tryin tusla tween twirlywoos tysm ubers ugh umrah unavail unfollow unfollowed
    unfriend unfriended uni unis untill upskill upto uptodate username usernames utd
    valentines vaped vaper vaping vlog wageslip wagwan waitin walaikum walkin wallah wasnae
    wasteman wat weatherspoons weel werenae wfh whatev whatevs wheesht whit whzan wich wid
    wierd wifey willnae wisnae withold witholding wizzair wkly wld woah workin worklessness
    worktop worktops wot woulda wouldnae wouldve wtf wudu wythnos xoxo yaar yalla yamaha
    yday yeezys yer yersel yerself yestarday yestrday yfory yiz yom youll yous youse youve
    youze ysgol ystd yute yutes zumba
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
