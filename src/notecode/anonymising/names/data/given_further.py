"""Given names of many origins beyond those of the other lists, from general knowledge."""

GIVEN_FURTHER = """
abbi abdolreza abdoulaye abeer abidemi abir achieng adama adanna adao ade adeeba adel adelino
ademola aden adeniyi aderonke adetokunbo adhiambo adjeley aeron afonso agim agne ahmadreza ailbhe
ainsley ainslie aissata aiste aivars aklima akweley alamgir alassane albie albin aldina aleli
alexei algirdas alhaji allegra almaz alok alphonse altin alun alyona amari amena amie amin
amirhossein anatoly andra andrada andres aneira aneirin angelito anisoara annabelle anowar anuj
anup anuradha anusha anwen aodh aonghas aparna araba arabella archana ardal ardian ardit arek
ariella aristide arjan arkady arlindo armindo arnis arshdeep arta arti arunas arwel arwen asabe
asghar ashanti ashlee asmaa assane asta ateeqa audrius audu augustin ausra awel awuor ayanle ayat
aysun ayush babacar badr baiba bajram bakary bakhshish bakhtiar balarabe baraka barzan basia basim
batoul beca bedwyr begona begw behnaz beibhinn bekele bekim benazir benedita benjie bernice besa
besim bess betelhem betsan betsi bharat bharti bhavika bhavini bienvenu bijan billie bintou birol
birute blathnaid blerta blodwen bodhi bogumila bohdan bokul bola borislav boubacar boyet boyko
bozhidar braden branwen breandan breanna briana brid brinley britney bulut burim busola caasha
cabdi caden cadi cadog cai candice caoilfhionn caolan caradog cari carlie carmo carwyn caryl catrin
ceinwen ceiri ceitidh celestin ceridwen chebet chelsey chelsie cherie cherono chetna chidozie
chiedu chike chiman chinasa ching chinonso chirag chisom chiu chrissy clarice clarisse claudette
cledwyn cleo cliodhna cliona coinneach colm colum comhghall conleth connie connla cory costin
cozzie crina crisial crispin cristinel cuan dahir daithi daksha daljeet dalvinder dami danjuma
dante danut danylo dara darach darcey darcie dardan dariush darla darlene darnell darrel darshana
dashiell davo davoud dayna deanne dede deeqa deian deiniol deividas delal delores delun delwar demi
deolinda derfel derrick dervla desislava devonte dewi dhara dhruv dianne dieudonne dilpreet dilruba
dilwen dilwyn dimitrina dion dionne dipali divina diyar dodong doina domhnall dominika donnacha
donnie donovan dorel dotun dritan duaa dumitru dwynwen dzifa dzintars eabha eachann eadaoin eamonn
ebrill ebyan echezona edan edem edet edgaras edgardo edmund edon edouard edyta efa efan efren
eibhlin eigra eilir eilis eilish eimhear einir eirian eirwyn ejiro ekaterina elain eldra elfyn
elgan elikem elinam elnaz eluned elvis emanuil emelita emenike emin emir emmie emyr enda enfys
erdogan eren eriona ermal ermira erol erwyn eryl eseoghene esmae esmaeil esmee espoir esraa esyllt
ethel ethna etim eubh eugen eurwen eusebiu evgeny evin evita evren ewen ewoma eyram fachtna fadia
falguni fanel fanta farbod fardin fardowsa farhiya faribourz faris farouk farzaneh fatih fatos
fauzia fearchar fearghal feargus fearne fedir felicite felim fenella ferdinand ferdousi fereydoun
feride ferne fflur ffraid fiach fiachra fiadh fifi fikret filsan fionnbharr firouz fiston fiyori
flamur florencia florica florina folarin fong forough freda freddy frederico fryad fung fungai
furaha gabhan gabi gabrielle gagandeep galin galyna gamze garba garbhan garmon garrett garry garym
gathoni gearoid gediminas geinor gelawej gelu genowefa gerallt gert gerwyn ges gezim ghasem ghazal
ghita ghodrat gica gideon gigel gil ginika gintare girlie givemore gjergj gladys glain glanmor
glenys gloire gobnait goda gonul goran graciete graeme grazyna greer gruffudd guled gunay guntis
gurmit gurpal gwawr gwenan gwenda gwendolyn gweneth gwenfair gwenno gwerfyl gwern gwion gwladys
hadeel haf hafwen halim hallie haluk hamdan hamidreza hanin harbans harbhajan hardik haresh harleen
harmanpreet harpal harsimran hashem hassana hauwa hawar hawre hazem hazhar heddwyn hedieh heena
hefin heini hejar hekuran helal helio hema henok henrietta hernan heulwen himanshu hiren hisham
homa homayoun honore hormoz houda hryhoriy iancu iarla ibrahima ibtisam ibukun idalina idara idrees
ieuan ieva ife ignatius ihor ilan ileana ilian ilirjana illtyd ilze imaobong immaculee inderpal
indi inemesit inese ingrida inguna iniobong intisar iolo iorwerth iqbal iraj irfon isaiah isata
isayas ishpreet islwyn isra ithel iza jace jada jadon jaffar jagruti jahanbakhsh jaimin jalpa
jameel jamesina janki jarek jasiek jaskaran jaskiran jaskirat jaspal jatinderpal jax jayce jaylen
jaypee jayson jaz jeanie jeannette jennilyn jepkosgei jesmin jetmir jhun jillian jimena johnathan
johnathon johnno jola jonalyn jonno josna jowan jumana jumoke juozas jurate justina juvy jwan
kabiru kadiatou kafui kaleem kalin kaltun kamrul kantilal kanwaljit kar karanveer karis karishma
kariuki kasey kasper keelagh keelin keir keiron kellan kelsie kemoko kenan kene kenechukwu ketan
keval kezza khabat khady khaleda khosrow khrystyna khushi kiara kien kilian killian kinjal kipchoge
kiprop kira kiril kizzy kome koray korkor kosi kostyantyn kourtney krasimir krasimira krina krista
krupa kruti kseniya kujtim kulsuma kutlu kwok kwong kya kyron labinot lachie lacie ladi lai
laimonas lakhvinder lam lami lamine lamis lanja lanre laoighre laoise larisa larysa lasairfhiona
layan layth learnmore leen leena lennie lenuta leonel lesedi lesya levent liana licinia liezel
liezl liga liiban lila lilah lindiwe linzi liridona lirie liudmyla lleu lleucu llew llio llion
llywelyn lonan lonnie lora loraine loredana lorne lotanna louay loubna lourenco lovemore lovepreet
luam lucius lujain lule lulzim luminita luned luqman lutfa luz lyla lyndsay lynsey lyubomir
lyudmyla mabinty mable mabon macsen madalina madeline madhav madhu mae magan mahabad mahamadou
mahbub mahmoud mahmut mairin mairo mairtin maisa majda mala maliha malvina mamady manan manar
maneli manh manijeh maninder manjeet manny manouchehr manvir maolisa marcas marcelina marceline
marcie mared maredudd marged marharyta maricarmen maricica maricris marijus marilou maris marites
maritza marivic mariyana marsaili marsha martim marzena mawusi maximiliano mayada maysa mayuri maz
meabh mebrahtu mefin mehari mehrnaz melchor meleri melfyn melike memoona menna mererid merfyn
merlita mervat merveille mesut meurig miceal micheal michty mihangel millicent milon milosz minal
mindy mioara mirandolina mirjeta miruna misha mital mitica mizan mmesoma moataz modlen mohamadou
mohannad mohsena moi moji momodou monir monowara monty morenike morfudd morien morium morwen motin
mouna moya moz mudiaga muhannad muir muireall muiris muirne mujib mukta mumbi munazza munyaradzi
murchadh murtagh muthoni mwajuma mwanaisha mykhailo mykola mynwen myrddin myrna myroslava nadiya
nael naina nainesh naji najwa nali nanw naoimh naoise narcis narcisa narendra nastaran nasteho
nataliia natsnet nazan nazrul ndrek neasa necati neculai neda nedyalko neela negasi neirin nenita
nertila nesrine nettie netty nev nevzat ngoni nhlanhla nian nicki nickie nidal nidhi nieve nigisti
nii nijole nikesh nila niloufar nimesh nirav nishant nishtiman nisreen nita nitesh niti niyi noelle
noha noirin nokuthula nollaig nomatter nonoy nooshin normunds nsikak nuria nurjahan nutan nwando
nyaradzo nylah oanh obiageli oby ochieng ochuko odhiambo ofelia oghenekaro ognyan oighrig oke okeke
okoth okwudili olek oleksii olha olisa oliwia oliwier olu oluseun omaima omo onyango oonagh opinder
orezi orges oritse osahon osaro ossie ostap oumar owain owino oxana ozioma ozzie padraigin padrig
paloma palvinder parag paramveer paraschiva pardeep pardis parsa parth parvaneh pascual paulette
paz peadar pedr pedram pellumb peng penri perce peredur perla persephone peshawa petrica petrit
petro petronela peyman pinal piyush placide polina pouria prabjot preciosa precy premal proinsias
prydwen purvi qali qemal queenie qusay rabab rabea rabee rabi rachana raelene rafat raghda raife
raimonds raivis rajbir rajdeep raju rajwant rakiya ramanjit ramatoulaye ramez ramil ramune ramy
ranald ranbir randa rawia raza rebeca rechelle regina rehema remigijus rexhep reya reynaldo rhagfyr
rhain rhiain rhianwen rhidian rhisiart rhodora rhonda rhonwen rhun riain rianna riddhi rigbe
rihards rimantas riya rizalina rizia robat robbo roble robyn roda rodel rodica rogelio rokas rokeya
rola rolando rolant roly ronak ronaldo ronin ronke roozbeh rosaline rosana rosemarie rosine rositsa
rouba roxy rozha ruadhan ruaidhri ruaraidh ruba ruchi rukevwe rukiye rukky rula ruma rumyana runa
runak rupesh ryker ryleigh sabin sadek sadik saeid safdar saimir saju sali salif sancho sangar
sangita sani sanita saorla sapna sarbjit saroj satwinder saumu saurabh sawsan seamus seana seanan
sebnem selena selorm senga sepehr sepideh seraphina serko setareh severina sezen shafiqul
shaghayegh shahana shahanara shahd shaho shahrokh shailesh shakira shamar shampa shana shanika
shanta sharad shatha shaye shayna shehu shelby shelina sherine sherlock shervin shiler shing
shingai shirish shirwan shivam shkelqim shno shofiqul shohreh shola sholto shorsh shraddha shreya
shufen shuhel shuma shyla siamak siani siavash siddharth siddhi sidi sifa sigita signe siham
silviya simbarashe simi siomha sireen siu sivan siwsan sizwe slaine sneha snehal snezhana sofiia
soha solomiya solvita somto soniya sonya sopuru sorley soroush souad soudabeh souleymane sozan
srinivas srwa stasiek steffan stefka stelian stepan stevo stoyanka suado suat suela sufia sujay
sukhchain sukhjeet sukhmani sukran sultana summaya sumon sunara sunbo surekha surjan surjeet surma
svetoslav svitlana swarn swati syd taban tadesse tadgh tadiwa taimoor taiwo tak talatu tam tangwen
tanvi tanwen tao taras tarik tarquin taulant tavish tearlach tecwyn tega tegid tegwen teifion
teigan tekle temesgen tesfalem tesni tetteh tetyana tezza thaer thato therese thuraya tiarnan
tiberiu tichaona tidiane tierna tighearnan titi toan tobechi tochi tofik tokunbo tola tongai tonz
toyah treasa treena tresor trifa tristram trymore trystan tsegaye tsige tucker tudful tuhin tulay
turgut turlough twm tymaeth tyran tyson ubong uday uduak ufuoma uilleam uisdean ula uldis ultan
upendo upkar urvashi uyen uyi uzochi valbona valeriy vali valmira vasyl veli vestine vicentiu vida
vidas vihaan vija vijaya viktoriya vina vinnie violeta violette vira virginijus virpal vitaliy voke
wan wattie weiwei widad wil willem willie winnifred wissam worku wullie wunmi wyatt xiuying
yadvinder yagmur yakubu yalda yan yanko yaqi yaroslava yasaman yashvi yasser yavuz yaya yayra yazan
yelena yen yesim yifan yin yinka ylli yomi yordanka yori yuan yuen yuliia zafer zakaria zamfir
zayden zef zeina zeke zeki zenaida zeph zephan zerin zhala zhaleh zhanna zheer zhiar zhivko zhyan
zikora zinaida ziryan zobia zoryana zosia zuhura zuri zuzia
"""
"""Folded."""
