"""Given names of many origins beyond those of the other lists, from general knowledge."""

GIVEN_FURTHER = """
abbi abdolreza abdoulaye abeer abidemi abir achieng adama adanna adao ade adeeba adel adelino
ademola aden adeniyi aderonke adetokunbo adhiambo adjeley aeron afonso agim agne ahmadreza ailbhe
ainsley ainslie aissata aiste aivars aklima akweley alamgir alassane alban albana albie albin
aldina aleli alexei algirdas alhaji allegra almaz alok alphonse altin alun alyona amari amena amie
amin amirhossein anatoly andra andrada andres aneira aneirin angelito anisoara annabelle anowar
anuj anup anuradha anusha anwen aodh aonghas aparna araba arabella archana ardal ardian ardit arek
ariella aristide arjan arkady arlindo armindo arnis arran arshdeep arta arti arunas arwel arwen
asabe asghar ashanti ashlee asmaa assane asta ateeqa athol audrius audu augustin ausra awel awuor
ayanle ayat aysun ayush babacar badr baiba baird bajram bakary bakhshish bakhtiar balarabe baraka
barney barzan basia basim batoul baxter beca bedwyr begona begw behnaz beibhinn bekele bekim
benazir benedita benjie bernice besa besim bess betelhem betsan betsi bharat bharti bhavika bhavini
bienvenu bijan billie bintou birol birute blathnaid blerta blodwen bodhi bogumila bohdan bokul bola
borislav boubacar boyet boyko bozhidar braden bradon brady branwen braxton breandan breanna briana
brid brinley britney bryce bulut burim busola caasha cabdi caden cadi cadog cai candice caoilfhionn
caolan caradog cari carlie carmo carson carwyn caryl cassidy catrin ceinwen ceiri ceitidh celestin
ceridwen chebet chelsey chelsie cherie cherono chetna chidozie chiedu chike chiman chinasa ching
chinonso chirag chisom chiu chrissy clarice clarisse claudette cledwyn cleo clint cliodhna cliona
cohen coinneach colby colm colman colum comhghall conleth connie connla cory costin cozzie crawford
crina crisial crispin cristinel cuan dahir daithi daksha daljeet dalvinder dami danjuma dante danut
danylo dara darach darcey darcie dardan dariush darla darlene darnell darrel darshana dashiell davo
davoud dawson dayna deanne dede deeqa deian deiniol deividas delal delores delun delwar demi
deolinda derfel derrick dervla desislava devonte dewi dhara dhruv dianne dieudonne dillon dilpreet
dilruba dilwen dilwyn dimitrina dion dionne dipali divina diyar dobby dodong doina domhnall
dominika donnacha donnie donovan dorel dotun dritan drummond duaa dugald dumitru dustin dwynwen
dyfrig dzifa dzintars eabha eachann eadaoin eamonn ebrill ebyan echezona edan edem edet edgaras
edgardo edmund edon edouard edyta efa efan efren eibhlin eigra eilir eilis eilish eimhear einir
eirian eirwyn ejiro ekaterina elain eldra elfyn elgan elikem elinam elnaz eluned elvis emanuil
emelita emenike emerson emin emir emmie emyr enda enfys erdogan eren eriona ermal ermira erol erwyn
eryl eseoghene esmae esmaeil esmee esperance espoir esraa esyllt ethel ethna etim eubh eugen eurwen
eusebiu evgeny evin evita evren ewen ewoma eyram fachtna fadia falguni fanel fanta farbod fardin
fardowsa farhiya faribourz faris farouk farzaneh fatih fatos fauzia fearchar fearghal feargus
fearne fedir felicite felim fenella ferdinand ferdousi fereydoun ferhad feride ferne fflur ffraid
fiach fiachra fiadh fidel fifi fikret filsan fingal fionnbharr firouz fiston fiyori flamur
florencia florica florina folarin fong forough forsyth franklin freda freddy frederico fryad fung
fungai furaha gabhan gabi gabrielle gagandeep galin galyna gamze garba garbhan garmon garrett garry
garym gathoni gearoid gediminas geinor gelawej gelu genowefa gerallt gert gerwyn ges gezim ghasem
ghazal ghita ghodrat gica gideon gigel gil gillespie ginika gintare girlie givemore gjergj gladys
glain glanmor glenys gloire gobnait goda gonul goran graciete graeme grazyna greer gretchen griffin
gruffudd guled gunay guntis gurmit gurpal guthrie gwawr gwenan gwenda gwendolyn gweneth gwenfair
gwenno gwerfyl gwern gwion gwladys hadeel haf hafwen halim hallie haluk hamdan hamidreza hanin
harbans harbhajan hardik haresh harleen harmanpreet harpal harper harsimran hashem hassana hauwa
hawar hawre hazem hazhar heddwyn hedieh heena hefin heini hejar hekuran helal helio hema henok
henrietta hernan heulwen himanshu hiren hisham homa homayoun honore hormoz houda hryhoriy hudson
iancu iarla ibrahima ibtisam ibukun idalina idara idrees ieuan ieva ife ignatius ihor ilan ileana
ilian ilirjana illtyd ilze imaobong immaculee inderpal indi inemesit inese ingrida inguna iniobong
intisar iolo iorwerth iqbal iraj irfon isaiah isata isayas ishpreet islwyn isra ithel  iza jace
jada jadon jaffar jagruti jahanbakhsh jaimin jalpa jameel jamesina janki jarek jasiek jaskaran
jaskiran jaskirat jaspal jatinderpal jax jayce jaylen jaypee jayson jaz jeanie jeannette jennilyn
jepkosgei jesmin jetmir jhun jillian jimena johnathan johnathon johnno jola jonalyn jonno josna
jowan jumana jumoke juozas jurate justina juvy jwan kabiru kade kadiatou kafui kaleem kalin kaltun
kamrul kantilal kanwaljit kar karanveer karis karishma kariuki kasey kasper keelagh keelin keir
keiron kellan kelsie kemoko kenan kene kenechukwu ketan keval kezza khabat khady khaleda khosrow
khrystyna khushi kiara kien kilian killian kimberly kinjal kipchoge kiprop kira kiril kizzy kome
koray korkor kosi kostyantyn kourtney krasimir krasimira krina krista krupa kruti kseniya kujtim
kulsuma kutlu kwok kwong kya kyron labinot lachie lacie ladi lai laimonas lakhvinder lam lambert
lami lamine lamis landon lanja lanre laoighre laoise larisa larysa lasairfhiona lawson layan layth
layton learnmore leen leena lennie lennon lennox lenuta leonel lesedi lesya levent liana licinia
liezel liezl liga liiban lila lilah lindiwe linzi liridona lirie liudmyla lleu lleucu llew llio
llion llywelyn lonan lonnie lora loraine loredana lorne lotanna louay loubna lourenco lovemore
lovepreet luam lucius lujain lule lulzim luminita luned luqman lutfa luz lyla lyndsay lynsey
lyubomir lyudmyla mabinty mable mabon macsen madalina madeline madhav madhu madog mae magan mahabad
mahamadou mahbub mahmoud mahmut mairin mairo mairtin maisa majda mala maliha malvina mamady manan
manar maneli manh manijeh maninder manjeet manny manouchehr manvir maolisa marcas marcelina
marceline marcie mared maredudd marged marharyta maricarmen maricica maricris marijus marilou maris
marites maritza marivic mariyana marsaili marsha martim marzena mawusi maximiliano maxwell mayada
maysa mayuri maz meabh mebrahtu mefin mehari mehrnaz melchor meleri melfyn melike memoona menna
mererid merfyn merlita mervat merveille mesut meurig miceal micheal michty mihangel millicent milon
milosz minal mindy mioara mirandolina mirjeta miruna misha mital mitica mizan mmesoma moataz modlen
mohamadou mohannad mohsena moi moji momodou monir monowara monty morenike morfudd morien morium
morven morwen motin mouna moya moz mudiaga muhannad muir muireall muiris muirne mujib mukta mumbi
munazza munyaradzi murchadh murdoch murphy murtagh muthoni mwajuma mwanaisha mykhailo mykola mynwen
myrddin myrna myroslava nadiya nael naina nainesh naji najwa nali nanw naoimh naoise narcis narcisa
narendra nastaran nasteho nataliia natsnet nazan nazrul ndrek neasa necati neculai neda nedyalko
neela negasi neirin nenita nertila nesrine nettie netty nev nevzat ngoni nhlanhla nian nicki nickie
nidal nidhi nieve nigisti nii nijole nikesh nila niloufar nimesh ninian nirav nishant nishtiman
nisreen nita nitesh niti niyi noelle noha noirin nokuthula nollaig nomatter nonoy nooshin normunds
nsikak nuria nurjahan nutan nwando nyaradzo nylah oanh obiageli oby ochieng ochuko  odhiambo
ofelia oghenekaro ognyan oighrig oke okeke okoth okwudili olek oleksii olha olisa oliwia oliwier
olu oluseun omaima omo onyango oonagh opinder orezi orges oritse osahon osaro osborne ossie ostap
oumar owain owino oxana ozioma ozzie padraigin padrig paloma palvinder parag paramveer paraschiva
pardeep pardis parsa parth parvaneh pascoe pascual paulette paz peadar pedr pedram pellumb peng
penri perce percival peredur perla persephone peshawa petrica petrit petro petronela peyman pinal
piyush placide polina pouria prabjot preciosa precy premal proinsias prydwen purvi qali qemal
queenie qusay rabab rabea rabee rabi rachana raelene rafat raghda raife raimonds raivis rajbir
rajdeep raju rajwant rakiya ramanjit ramatoulaye ramez ramil ramune ramy ranald ranbir randa rawia
raza rebeca rechelle redmond regina rehema remigijus rexhep reya reynaldo rhagfyr rhain rhiain
rhianwen rhidian rhisiart rhodora rhonda rhonwen rhun riain rianna riddhi ridley rigbe rihards
rimantas riya rizalina rizia robat robbo roble robyn roda rodel rodica rogelio rokas rokeya rola
rolando rolant roly ronak ronaldo ronin ronke roozbeh rosaline rosana rosemarie rosine rositsa
rouba roxy rozha ruadhan ruaidhri ruaraidh ruba ruchi rukevwe rukiye rukky rula ruma rumyana runa
runak rupesh ryker ryleigh sabin sadek sadik saeid safdar saimir saju sali salif sancho sangar
sangita sani sanita saorla sapna sarbjit saroj satwinder saumu saurabh sawsan seamus seana seanan
sebnem selena selorm senga sepehr sepideh seraphina serko setareh severina sezen shafiqul
shaghayegh shahana shahanara shahd shaho shahrokh shailesh shakira shamar shampa shana shanika
shanta sharad shatha shaye shayna shehu shelby shelina sherine sherlock shervin shiler shing
shingai shirish shirwan shivam shkelqim shno shofiqul shohreh shola sholto shorsh shraddha shreya
shufen shuhel shuma shyla siamak siani siavash siddharth siddhi sidi sifa sigita signe siham
silviya simbarashe simi siomha sireen siu sivan siwsan sizwe skender slaine sneha snehal snezhana
sofiia soha solomiya solvita somto soniya sonya sopuru sorley soroush souad soudabeh souleymane
sozan srinivas srwa stasiek steffan stefka stelian stepan stevo stoyanka suado suat suela sufia
sujay sukhchain sukhjeet sukhmani sukran sullivan sultana summaya sumon sunara sunbo surekha surjan
surjeet surma svetoslav svitlana swarn swati syd taban tadesse tadgh tadiwa taimoor taiwo tak
talatu tam tangwen tanvi tanwen tao taras tarik tarquin taulant tavish tearlach tecwyn tega tegid
tegwen teifion teigan tekle temesgen tesfalem tesni tetteh tetyana tezza thaer thato therese
thuraya tiarnan tiberiu tichaona tidiane tierna tighearnan titi toan tobechi tochi tofik tokunbo
tola tongai tonz toyah travis treasa treena tresor trifa tristram trymore trystan tsegaye tsige
tucker tudful tuhin tulay turgut turlough twm tymaeth tyran tyson ubong uday uduak ufuoma uilleam
uisdean ula uldis ultan upendo upkar urvashi uyen uyi uzochi valbona valeriy vali valmira vasyl
vaughn veli vestine vicentiu vida vidas vihaan vija vijaya viktoriya vina vinnie violeta violette
vira virginijus virpal vitaliy voke wan wattie weiwei whitney widad wil willem willie winnifred
winona wissam worku wullie wunmi wyatt xiuying yadvinder yagmur yakubu yalda yan yanko yaqi
yaroslava yasaman yashvi yasser yavuz yaya yayra yazan yelena yen yesim yifan yin yinka ylli yomi
yordanka yori yuan yuen yuliia zafer zakaria zamfir zayden zef zeina zeke zeki zenaida zeph zephan
zerin zhala zhaleh zhanna zheer zhiar zhivko zhyan zikora zinaida ziryan zobia zoryana zosia zuhura
zuri zuzia
"""
"""Folded."""
