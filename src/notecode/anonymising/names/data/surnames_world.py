"""Surnames from elsewhere that people in Britain bear."""

SURNAMES_SOUTH_ASIA = """
abbas abbasi abdullah abid adhikari afzal agarwal aggarwal agrawal ahluwalia ahmad ahmadi ahsan
akbar akhter akram akter alam alom amin amir anand anjum ansari anwar arif arora arshad arya asghar
ashfaq ashraf aslam atwal aujla awan ayub azam aziz azmi babar badhan bagri bains bajwa baksh bal
balu banerjee bansal bari barua bashir basra basu batra batt bedi bhakta bhalla bhambra bhamra
bhandari bharaj bhardwaj bhargava bhatia bhatoa bhatt bhatti bhogal bhopal bhuiyan bhullar bilal
bilku bir bose butt cader chaggar chahal chakrabarti chakraborty chana chand chandra chatha
chatterjee chattha chaudhary chaudhri chaudhry chaudhuri chauhan chawla cheema chhabra chhina chohan
chopra choudhary choudhry choudhury chowdhary chowdhury chowdry chudasama chumber dadhiala dar
darbar dasgupta dass datta dave dawood deol desai devi dewan dhaliwal dhami dhanda dhanjal dhanoa
dharmi dhesi dhillon dhindsa dhingra dhir dhokia dhother dogra dosanjh doshi dubey durrani dutt
dutta faisal farooq farooqi fatima ganatra gandhi ganguly garcha garewal garg gautam ghafoor ghani
gharu ghosh ghuman gidda gohil gopal goswami goyal grewal guha gujral gulzar gunasekara gupta gurung
habib hafeez haider hakim hamid hanif haq haque haroon hasan hashmi hassan hayat hayer hayre heer
hira hossain hothi huda husain ibrahim idrees iftikhar ilyas imran inayat irshad ismail iyer jabbar
jabeen jadeja jaffer jagpal jain jamal jamil janjua jassal javaid javed jhalli jhutti jogi johal
joshi junejo kabir kainth kalia kalsi kamal kamran kandola kang kanwar kapadia kapoor kapur karim
kashyap kataria kauser kazi kazmi khalid khaliq khalsa khambhaita khamis khangura khanna khanom
khanum khatib khatri khatun kholi khosla khunkhun kohli kotak kotecha krishnan kulkarni kundi kundu
lakhani lal lall lalli lehal lidder limbu lodhi lodhia lohia loi lota maan madan madhvani magar
mahal mahendran mahmud majeed majid majumdar majumder makwana malhi malhotra malik manan mandair
mandal mandalia mander mangat manzoor maqbool maqsood marwaha masih masood mathur mattu mehmood
mehra mehta mendis menon merali mia minhas mir mirza mishra misra mistry mitra modha modi moghal
mohammad mohammed mohan mondal mubarak mughal muhammad mukherjee mukhtar munir murtaza mushtaq
mustafa nadeem naeem nagar nagra nahar naidoo naidu nair nanda narang narayan nasir nath naveed
nawab nawaz naz nazir nijjar nisa nisar noor odedra oza pabla padda palan panchal pandey pandit
pandya panesar pannu parekh parikh parveen pathak pathan patil pawar perera phull pillai popat popli
prasad prashar purewal puri purohit qadir qasim qazi quddus qureshi radia rafiq raghavan rahim raina
raj raja rajput ram raman ramana ramzan rana randhawa rani ranjan rao rashid rasool rathod rathore
rauf ravi rawal raza razaq rehal rehan rehman riaz roopra roy ruparelia rupra saddiq sadiq saeed
sagar saggar sagoo saha sahni sahota saini salam saleem salim samra sandhar sandhu sangha sanghera
sarai sardar sarkar sarwar sattar saund sayeed sehmi sehra sekhon sethi shabbir shafi shafiq shah
shahid shahzad shaikh shakir shakoor sharif shaukat sherchan shergill shinh shukla sidat siddiq
siddiqa siddiqi siddique siddiqui sidhu sikand sikdar sikder sinha sivakumar sodha sodhi sohal
solanki somal soni sood soomro srinivasan srivastava subramaniam suleman sultana sumra sunner suri
swami syed tahir talati talukdar talukder talwar tamang tandon taneja tanna tanveer tariq thakar
thakkar thakor thakrar thakur thandi thapa thiara thind tiwari toor trivedi tung tyagi uddin ullah
uppal usman vadher vaghela vaid varma varsani vasani venkatesan verma vij virdee virdi virk vora
vyas waheed wahid waris waseem wazir yadav yaqoob yaqub yasin yasmin younas younis yousaf yousuf
yusuf zafar zaheer zahid zaidi zaman zia zubair zulfiqar
"""
"""Surnames of Pakistan, India, Bangladesh and Sri Lanka, folded."""

SURNAMES_AFRICA = """
abate abdulai abebe abiola abraha abubakar acheampong achebe adamu adebanjo adebayo adebiyi
adebowale adedeji adegbola adegoke adekoya adekunle adelaja adeleke adeniji adeniran adenuga adeola
adeoye adesanya adesina adetunji adewale adewole adeyeye adeyinka adjei adomako adu aduba afolabi
afolayan afriyie agbaje agyei agyeman agyemang aidoo aina ajala ajayi ajibade akande akinola
akintola akinwande akinyemi akpan aku akufo alabi alade alao alemu alleyne amadi amankwah amoah
amoako ampofo ampong amponsah anane anglin aning ankrah annan anokye ansah antwi anyanwu appiah
asamoah asante asare asefa asghedom asiedu asmerom assefa atanda attah awolowo awuah ayodele azikiwe
baako babalola babatunde baffoe baffour bah bakare balewa balogun bamgbose banda bangura bankole
barrow bartley bassey beckford bekele bello berhane berhe blagrove boahen boakye boateng bogle
bokassa bonsu botchway braimah brathwaite brissett ceesay chanda chidzero chigumba chikwanda
chikwava chinedu chipo chipunza chirwa chitando chiwenga chukwu chukwudi chukwuma cissay codrington
coker conteh coulibaly cumberbatch dacosta dankwah danquah danso darboe darko dauda dawkins debrah
degefa demissie deslandes desta diallo diop dlamini donkor drammeh duah dube duhaney duodu ebanks
edet effiong efosa egwu eke ekong ekwueme emeka enwere essien eze ezeh ezenwa facey fadipe fagbemi
falade farquharson fasanya fashola fatunla ferron fofana fofanah forson forsythe frimpong gaye gayle
gebre gebremariam gebremedhin gebreselassie ghebre ghebremichael girma goitom gondwe grizzle gumede
gyamfi gyan habte hagos haile hailu hamlett henriques hylton idowu igbinedion igwe ihejirika ike
ikpeazu imafidon inyang iweala iwu iyamu jaiteh jalloh jallow jammeh jarju jatta jegede jobe kaba
kabba kabia kalu kamara kamau kanneh kanu kargbo kariuki kassa kebbe kebede keita kenneh kibet
kidane kimani kiplagat koech kone koroma kouassi kumalo kuti kwakye kwarteng lamptey lashley lawal
lema lewinson lindo livermore louwrens lungu lutalo mabaso mabena macharia madondo madzima mahlangu
maina makinde makoni malinga manjang manneh maphosa marong masango maseko mashaba masuku mathe
matiba mawere mbaye mbeki mbembe mboya mburu mehari mekonnen mengistu mensah mhlanga mkhize mlambo
mokoena molefe morant mowatt moyo mpofu msimang mthembu mthethwa muchena mudenda mugabe mugisha
mukasa muleya munyaradzi musoke mutambara mutasa mutua muzenda mwale mwangi mwanza mwape mwenda
myrie nabirye nakato namubiru ncube ndebele ndiaye ndlela ndlovu ndoye ndukwe negash nembhard
ngubane ngugi ngwenya niang njie njoku njoroge nkansah nkomo nkosi nkrumah nnadi nnaji nnamdi ntim
nuhu nwachukwu nwankwo nwaogu nworah nwosu nyamekye nyarko nyathi nyoni obafemi obaseki obeng obi
obiora obuasi ochieng odoi odukoya oduro ofori ogbonna ogbonnaya ogunbanjo ogunbiyi ogundele
ogundipe ogunleye ogunyemi ojo ojukwu okeke okello okereke okon okonedo okonjo okonkwo okorie okoro
okoye okpara okporo oladele oladipo olaniyan olatunji olawale olayinka olowu oloyede olubode
olusanya omondi omotoso onuoha onwuka onyango onyeka onyema opara opoku oppong orji osagie osaze
osei osibogun osinbajo otieno otunga ouattara owolabi owusu oyebanji oyedepo oyelaran oyelowo
oyewole oyinlola pusey quansah quartey quaye ranglin reckord roache rodney rukundo sackey saidy
salako salami samuda sanneh sanni sanyaolu sarpong sarr savimbi sawyerr sebhatu seck senghor
senkubuge sesay shabalala shonibare sibanda sillah simango sithole sobers solanke solarin somefun
soremekun sowah sowe soyinka ssali ssebunya tafari taiwo takyi tamba tambo tandoh tawiah tekle
teklehaimanot tella tembo tesfamariam tesfay tesfaye tetteh tewelde tijani togun touray toure
tsegaye tshuma tulloch tutu twumasi ubah uche udeh udo ugwu ukachukwu umeh umunna usifo uwaifo uzoma
vassell wairimu walcott wanjala wanyama weekes weldemichael welderufael wignall wint woldegiorgis
woldu yeboah yohannes zewdie zondo zuma zwane
"""
"""African and Caribbean surnames, folded."""

SURNAMES_MIDDLE_EAST = """
abadi abbasov abdalla abdallah abdelaziz abdelrahman abdi abdillahi abdinur abdirahman abdo abdul
abdulkadir abdulla abdullahi abdulle abdulrahman abdulwahid abshir abukar adan aden adil afrah
afshar ahmadzai ahmedov akbari akbulut akgul akkaya aksoy aktas alavi albayati albayrak alhassan
alikhani alizadeh aljaf alkan almasi alnajjar alrubaie altin altun amini amiri arabi aras ardalan
arikan arslan artan asadi asghari aslan atas ates awad awale aweys axmed ayad aydin aydogan ayhan
azimi azizi babayigit baghdadi bagheri bakri balci barakat barre barzani barzanji basaran bayram
behrami beygi bihi bilgin bozkurt boztas bulut caliskan candan celik cetin cevik cinar coban coskun
dahir daoud darwish davoudi dawud demir demirci demirel dirie dogan duale dualeh dualle duman duran
durmaz durmus ebrahimi egal ekinci elbaz elmasry elmi elsayed emin erdem erdogan erol ersoy esmaeili
etemadi fadel fahmy faqir farah farahani faraji farhan fathi fazeli fikri gabayre gedi geele
ghaffari ghanem ghorbani gok gokce gul gulec guled guleed guler gunduz gunes gungor gurbuz guven
habibi hadad haddad hadi haji hajji hakimi halabi hamad hamadi hamdan hamdi hamed hameed hamidi
hamidzada hamza hamzeh haqqani harun hasani hashemi hashi hashimi hassanzadeh heidari hekmat hersi
hirsi hosseini hosseinzadeh hotak hussaini ibrahimi idiris idris imani ipek isik ismael issa issack
jaafar jabbari jaber jabouri jafari jalali jama jamaal jamali jamshidi janan jawad jibril jimale
kabiri kahie kalali kamali kandemir kaplan kara karaca karadag karakaya karakus karaman karami
karatas karimi karwan kaya kazemi keskin khalaf khalif khalifa khalil khalili khayre khorrami khoury
kilic kiliç koc kocak korkmaz kose kurt kurtulus mahad mahamed mahamoud mahamud mahdi maleki mansoor
mansour mansouri mansur mardini maroof marouf masoudi matar mehrabi mirzaei moalim moghaddam
mohammadi mohammadzai mohamoud mohamud mokhtari morad moradi mostafa mousa mousavi muhumed mumin
musa musse nabavi nader naderi nagi najafi najar naseri nasr nasser nazari nejad niazi noori noorzai
nour nouri nur ocal odabasi omar omer omran onal orak osmani othman otunc oz ozan ozbek ozcan
ozdemir ozer ozgur ozkan ozturk pakzad panahi parsa pektas polat popal qaderi qadi qasem qasemi
rabiei rafiei rageh rahbari rahimi rahmani rajabi ramazani rasheed rasouli rezaei rezai roble robleh
rostami sabri sadat sadeghi sadiki safi sahal sahin sahra saidi salah salama saleh salehi salih
salman samadi samantar samatar samimi sarhan sari saryan savas sayed sediqi seker sener serhan sezer
shabani shafiei shaheen shahidi shams sharifi sheekh shekhani shinwari shirwa simsek sinan solmaz
soltani sonmez stanekzai sulaiman suleiman suleyman tabrizi taheri talabani tas taskin tehrani tekin
temur toprak toufiq tuncer turan turk ucar ulusoy unal usta uysal vural wahab wais waladi wardak
warsame wehliye yaman yasar yassin yavuz yildirim yilmazer yonis yousef yousefi yuksel yurt yusufi
zadran zaher zahir zaki zamani zand zarei zazai zeynalov ziada zuber
"""
"""Somali, Arabic, Iranian, Kurdish, Afghan and Turkish surnames, folded."""

SURNAMES_EAST = """
adamczak adamczyk adamek adamska adamski albu aleksandrov andreev andrei andrzejewska andrzejewski
anghel antal antonescu apostol arlauskas augustyniak avram babic bak bako baksa baksys balan balaz
balazs balcerzak balint baran baranauskas baranowska baranowski barbu bartkowiak bartosz bednarek
bednarz berzins bielak bielawski bielecki bilski blaszczyk boboc bodnar bogdan bogdanov boiko
bojarska bondar bondarenko borisov borkowska borkowski borys botezatu boyko brzezinski bucur buczek
budrys bugaj burak butkus bykov cazacu cebula cerny chmiel chmielewska chmielewski chudzik cibulka
cichocki cieslak ciobanu ciocan cojocaru constantin constantinescu costache costea craciun cretu
cristea csaba czajka czajkowska czajkowski czarnecka czarnecki czech czerwinska czerwinski dabrowska
dabrowski daniluk danko dimitrov dimitrova dinca dinu dobre dobrowolski doda domanski dragan
draghici dragomir dragomirescu dreimanis duda dudek dumitrache dumitrascu dumitrescu dumitru dusek
dvorak dzhambazov dziedzic enache farkas fedorov ferencz fijalkowski filip filipek filipiak filipov
florea florescu fodor frankowski frolov gajda gajewska gajewski galik gavril gavrila gawron
georgescu georgiev georgieva gheorghe gheorghiu gherman glowacka glowacki gocheva golubev gorska
gorski grabowska grabowski grigore grigorescu grigoriev grudzien gruia grzelak grzyb hajdari hajdu
halasz hegedus horak horvat horvath hoxha hristov hristova hrynko iacob iancu ignat ilie iliescu
iliev ilieva ionescu ionita iordache iosif istrate ivanauskas ivanov ivanova ivaskevicius jablonska
jablonski jakubiak jakubowska jakubowski janik jankauskas jankovic jankowska jankowski janowski
januszewski jaros jarosz jasinska jasinski jaworska jaworski jedrzejczak jonaitis jovanovic jozwiak
juhasz jurek jurkiewicz jurkowski kaczmarczyk kaczmarek kaczor kaczorowska kaczorowski kairys
kalinin kalinowska kalinowski kalnins kaminska kania kapusta karpinski karpov kasprzak kaszuba
kavaliauskas kazlauskas kelemen klimas klimek kmiec kobylinski kocsis kolar kolarov kolev kolodziej
kolodziejczyk kondratowicz konieczna konieczny kopczynski kosinska kosinski kostadinov kostov
kostrzewa kotowski kovac kovacevic kovacs koval kovalchuk kovalenko kovalev kowal kowalczyk
kowalewska kowalewski kozak kozlov kozlowska kozlowski krajewska krajewski krasniqi krasowski
krawczyk krawiec krol kruk krupa krupinski krzeminski krzyzanowski kubacki kubiak kucera kucharska
kucharski kuczynski kukuls kulik kurek kuznetsov kuznetsova kwasniewski kwiatkowska kwiatkowski
lakatos laskowski lazar lazarescu lazarov lebedev leka lesniak leszczynski lewandowska lewandowski
liepa lis lisowski litvinov lukacs lukasik lupu maciejewska maciejewski mackowiak macovei majchrzak
majer majewska majewski makowski malecki malinowska malinowski malysz manea manole maras marciniak
marcinkowski marcu marek marian marinescu marinov marinova markiewicz markov markovic markowska
markowski martinaitis maslowski mateescu matei matuszak matuszewski mazur mazurek mazurkiewicz
medvedev melnik melnyk michalak michalik michalska michalski mickevicius mielczarek mihai mihailescu
mihaylov mihaylova mikolajczak mikolajczyk mikulski milewski milosevic mironov miszczak mitrea
mitrevski moldovan molnar morar morozov mroczek mroz muntean munteanu muresan musial nagy navickas
neagu neculai nedelcu negoita negru nemeth nica nicolae niculescu nikolic nikolov nikolova nistor
novakova novikov nowacki nowakowska nowakowski nowicka nowicki olaru olejniczak olejnik olszewska
olszewski oprea orban orlov orlowski osinski ostrowska ostrowski ozols pajak panait papp paraschiv
pasca patrascu paun pavlenko pavlov pawlak pawlik pawlowska pawlowski petkov petkova petrauskas
petre petrenko petrescu petrov petrova petrovic piasecki piatek pietrzak pietrzyk piotrowska
piotrowski podgorska podgorski pohl polak ponomarenko popa popescu popov popova popovic popovici
prifti przybyla przybylska przybylski przybysz ptak puiu pusca racz rada radu radulescu ramanauskas
ratajczak rexhepi rogowski romanov romanowski rosca rosiak rosu rozanski rudnicki rudzinski rugina
rusu rutkowska rutkowski rybak rycerz sadowska sadowski sandu savu savulescu sawicka sawicki serban
shala shehaj shehu shevchenko sidorov siedlecki sikora sikorska sikorski silins simanskis siminski
skowronek skrzypczak slowik slusarczyk smetona smirnov smolarek sobczak sobczyk sobieraj sobolewski
sokol sokolov sokolowski soos sosnowski sroka stach stanchev stanciu stanculescu stanescu
stanislawski stankevicius stankiewicz stankov stasiak stefanescu stefaniak stefanov stefanska
stefanski stepanov stepien stoian stoica stojanovic stoyanov stoyanova strzelecki suciu sulej
svoboda swiatek switala szabo szafranski szalai szczepaniak szczepanski szczesny szczygiel szekely
szewczyk szilagyi szulc szwed szydlowski szymanska szymanski szymczak takacs tanase teodorescu
tkachenko todorov todorova todorovic tokarski toma tomaszewska tomaszewski tomczak tomczyk toporek
toth trojanowski truta tudorache turcu turek tymoshenko urbanek urbaniak urbanski ursu vaitkus varga
vasile vasilescu vasilev vasileva vasiliauskas vass veres vesely vida visan vlad voicu voinea volkov
vukovic walczak walendziak wasilewska wasilewski wawrzyniak wesolowska wesolowski wiatr wieczorek
wielgosz wierzbicki wilczek wilczynski wilk winiarski wisniewska wisniewski witek witkowska
witkowski wlodarczyk wojciechowska wojciechowski wojtas wojtkowiak wolska wolski wozniak wrobel
wroblewski wrona wrzos wysocki yordanov yordanova zaharia zajac zajaczkowski zakrzewska zakrzewski
zalewska zalewski zamfir zapotoczny zaremba zawada zawadzka zawadzki zdanowicz zhelev zhivkov
zielinska zielonka zientek zima ziolkowski zych
"""
"""Surnames of central and eastern Europe, folded."""

SURNAMES_OTHER = """
abreu acosta aguiar aguilar aguirre albuquerque alcantara alfonsi almeida alonso alvarado alvarez
alves amaral amato amorim anagnostou andersen andersson andrade andreou antoniou antunes aquino
araujo arias arruda assis aubert avila azevedo baptista barbieri barbosa barros bastos batista
battaglia baumann bautista becker bellini beltran benedetti benitez berger bergmann bernardi
bertrand bianchi blanco bonnet borges botelho bouchard boucher boyer braga branco brandao brandt
braun brito brun bruni buenaventura bueno bui cabral cabrera caldeira calvo camacho camara campos
caputo cardoso caruso carvalhal carvalho castillo castro cavaco cavalcanti cerqueira chan
charalambous chau chaves chen cheng cheung chevalier chiang chin chiu choi chong christensen
christodoulou christofi christou chu chua chung coelho colombo conte conti cordeiro correia cortez
costa coutinho couto cruz cunha damasceno dang dao delacruz delosreyes demetriades demetriou
deschamps dias diaz dimitriou dinh diniz doan domingues dominguez donato duarte dubois duchamp
dufour dumas duong dupont dupuis durao duval economou efthymiou engel enriquez eriksson escobar
espinosa esposito esteves estrada evangelou fabbri fabre falcao faria farias faure feng fernandez
ferrara ferrari ferraz ferreira ferri ferro figueira figueiredo figueroa fischer flores fong fonseca
fontaine fontana fontes fournier fraga franca freire freitas fu fuentes fung furtado gaillard galli
gama gao garnier garrido gaspar gatti gauthier gautier gentile georgiades georgiou gil giordano
girard gomes goncalves gonzales gonzalez gouveia grassi greco grilo guedes guerin guerra guerreiro
guillaume guo gustafsson gutierrez guzman hadjigeorgiou han hansson hartmann henriquez heredia
hernandez herrera hieu hoang hoffmann hofmann hong hsieh hu huang huber hui huynh ioannou ito jansen
janssen jardim jensen jiang jimenez jin johannessen johansen johansson joly jorgensen junqueira
karlsson kato keller kim kimura klein kobayashi koch koenig kohler kraus krause kruger kwan kwok
kyriacou kyriakou lacerda lacroix lacson lai lam lang lange larsen larsson lau laurent leal leao
leblanc leclerc lecomte lefebvre lefevre legaspi legrand lehmann leite lemaire lemoine lemos leong
leroux leroy leung li liang liao lim lima lin lindberg lindgren lindqvist liu lobo loh loizou
lombardi lombardo longo lopes lopez loureiro lourenco lu ludwig lui luo luong ly macaraeg macedo
machado madsen magalhaes magnusson magsaysay mai maia maier mak maldonado manalo mancini manfredi
marasigan marchetti mariani marino marques marquez martinelli martinez martini martins mascarenhas
mata matos matsumoto mazza medeiros medina mei meier meireles mello melo mendes mendez mendonca
menezes mercado mercier mesquita messina meunier michaelides milani miranda miyamoto mok monteiro
montenegro moraes morais morales moreau moreira morel moreno moretti morin mota moulin moura muller
munoz nakamura nakano nascimento navarro neri neto neumann neves ng ngai ngo nicolaides nicolaou
nielsen nilsson nishimura nobrega nogueira novais nunes nunez ocampo oliveira olsen olsson ong
orlandi ornelas ortega ortiz osorio ouyang pacheco padilla paiva palma palmieri panayi panayiotou
pangilinan papadakis papadopoulos papadopoulou parisi pascoal pascual pavlou pedersen peixoto
pellegrini pena peng pereira peres perez perrone persson pestana petersen petit petrou pfeiffer pham
phan phung picard pimenta pimentel pinheiro pinho pinto piras pires poirier poon portela prates
prevost qian qiang qiao qiu quach quaresma quintal quintana quizon ramalho ramirez ramos rangel
rasmussen rebelo regina reis ren renard renaud resende reyes ribeiro ricci richter rinaldi rivera
rizzi rizzo robles rocha rodrigues rodriguez rojas romano romeiro romero rosado rosales rosario
rossetti rossi roth rousseau roussel roux ruggiero ruiz russo saito salazar saldanha salgado salonga
salvatore sampaio sanches sanchez santana santoro santos saraiva sardinha sasaki sato sauer savva
savvides schafer schettino schmid schmidt schmitt schmitz schneider scholz schroder schubert schulte
schulz schulze schuster schwartz schwarz seabra seidel semedo sequeira serra serrano shen shi
shimizu silva silveira silvestre silvestri simoes siqueira siu soares sommer sorensen soriano
sorrentino soto sousa souza spinelli stavrou stein strauss stylianou suzuki svensson tai tajima
takahashi tam tanaka tao tavares tay teixeira teles teo teoh testa theodorou thibault tian toledo
tolentino torres tran trang trieu trindade trinh truong tsang tse tseng tsui valdez valencia valente
valentini varela vargas vasconcelos vasquez vassiliou vaz vega veiga velasquez veloso ventura vidal
vieira villanueva villar vitale vitali vlachos vo vogel vogt vu vuong wagner wan wang watanabe weber
wei weiss wen werner winkler wolff wu xavier xenophontos xia xiang xiao xie xu xue yamada yamaguchi
yamamoto yan yang yao yap ye yeh yen yeo yeung yi yin yip yoshida yu yuan yuen yung zachariou
zanetti zeng zhang zhao zheng zhong zhou zhu zhuang ziegler zimmer zimmermann
"""
"""Surnames of southern and western Europe, Latin America and east Asia, folded."""
