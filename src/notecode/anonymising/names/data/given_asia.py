"""Given names of Asia and the Middle East."""

GIVEN_SOUTH_ASIA = """
aadam aadil aaisha aakash aaliya aamina aamir aanya aarav aariz aarti aarya aashiq aasim aasiya
abbas abdur abhay abhijit abhishek abida abrar adeel adeela adiba adil aditi aditya adnan afreen
afroza afsana afshan afsheen ahad ahmad ahmer ahsan aijaz aima aiman ajay ajit akash akbar akhil
akhtar akram akshay alam aleena aleeza alia aliya aliyah altaf aman amandeep amanpreet amara
amardeep amarjit ambreen ameen ameena ameer aminul amira amit amita amjad ammar ammara amna amol
amreen amrik amrit amrita amritpal anam anand ananya anas anaya aneeka aneela anees aneesa aneesah
angad anika anil anila anisa anish anisha anjali anjana anju anjum ankit ankita ankur anmol anum
anushka anwar anwara aqeel aqib aqsa aravind areeba areej areesha arfan arif arifa arijit arishba
armaan arman arooj arora arpan arsalan arshad arslan arun aruna arvind arya asad asadullah ashfaq
ashim ashish ashok ashraf ashwin asim asima asiya aslam asma asmat atif atika atiya atul avani
avinash avtar awais ayaz ayman ayub azad azam azhar azim azmat azra babar babita babul badal balbir
baldev baljeet baljinder baljit balraj balvinder balwant balwinder banaras basharat basit basma
batool bhavesh bhavin bhavna bhupendra bhupinder bibi bina bindi bushra chandni chandra charanjit
chetan daanish dalbir daljinder daljit dalvir danial danyal darshan davinder dawood deeba deepak
deepali deepika deepti dev devi devika dharmesh dhiraj dilawar dilip dilraj dilshad dinesh dipa
dipak dipika dipti divya dua ehsan ejaz elyas eman erum esha eshaal faaiz faheem fahim fahmida faiz
faiza faizal faizan fakhar faraz fardeen fareed fareeda farhana farhat farida fariha farooq faroque
farrukh faryal farzana fatema fatimah fawad fazal fehmida ferdous feroz feroza firdaus firoz fiza
fozia ganesh gaurav gautam geeta ghazala ghulam girish gita gopal govind gulshan gulzar gunjan
gurbax gurbir gurcharan gurdeep gurdev gurdip gurjeet gurjit gurmeet gurminder gurmukh gurnam
gursharan gurvinder haaris habib habiba habibur hadi hadia hadiya hafeez hafiz hafsah haider hajra
haleema halima hamid hamida hamna hamood hanif hanifa haniya haniyah hannan hansa hardeep hardev
hardip hari harinder haris harish harita harjeet harjinder harjit harman harmeet harminder haroon
harsha harshad harshil harvinder harvir haseeb hashim hasina hasna hemal hemant hemlata hena hetal
hiba hibah hifza hina hira hiral hiten hitesh huma humaira humayun husain husna husnain hussnain
iffat iftikhar ihsan ijaz ikraam ikram ilyas imaan iman imdad imrana imtiaz inaaya inaya inayat
inder indira indra indu insha iqra iram irfan irshad irum isha ishaan ishaq ishfaq ishita ishrat
ismat israr izaan izhar izzah jabeen jabir jafar jagat jagdeep jagdish jagir jagjit jagtar jahan
jahanara jahangir jaikishan jalal jalil jamil jamila jamshed jannah jannat jarnail jasbinder jasbir
jasdeep jasdip jasjit jasleen jasmeen jasmeet jasmin jasmit jasvinder jasvir jaswant jaswinder jatin
jatinder javeria javid javier jawad jaya jayant jayanti jayesh jayshree jeevan jigna jignesh jinal
jitendra jitesh joginder joshi junaid jyoti jyotsna kabir kaif kainat kajal kalpana kalpesh kalsoom
kalyani kamala kamaljit kamini kamlesh kamran kanchan kanta kanwal karam karamjit karan karanjit
kartik kashaf kashif kashmira kausar kaushal kaushik kavita kavya kaynat kewal khadeeja khadijah
khairul khansa khawar khizar khuram khurram khurshid kiran kirandeep kiranjit kirit kirpal kirti
kishan kishor kismat komal kosar krish krishan kulbir kuldeep kuldip kuljit kulsum kulvinder kulwant
kulwinder kunal kusum laiba lakhbir lakhvir lakhwinder lakshmi lalita lata latif latifa lubaba lubna
maaria madiha maha maham maheen mahesh mahira mahmuda mahmudul mahnoor maimoona maira majid majida
makhan malaika maleeha malkit mamta mamun manav mandip maneesha mani manish manisha manjinder manjit
manjot manjula manmohan manoj manpreet manraj mansoor manzoor maqbool maqsood marium mariya maruf
marva maryum masood masooma masud masuma mayank mayur maznah meena meenakshi meera mehak mehar
mehboob mehdi meher mehmood mehnaz mehreen mehrunnisa mehul mehwish minaz minesh minhaj minhal
misbah mitesh mithun moazzam mohan mohinder mohit mohsin moin moinul momina momna moona mosammat
mrunal mubarak mubashir mubeen mudassar mughees muhammadu muhammed mujahid mujeeb mukesh mukhtar
mumtaz muneeb muneeba munir munira muntaha muqadas murad murtaza musa musarat musarrat mushtaq
muskan muslima mussarat mustaq muthu muzaffar muzammil nabeel nabeela nabil nabila nadeem nadira
naeem naeema nafeesa nafisa nagina naheed nahid nahida naila naima najma najmul nalini namrata nand
nandini naresh narges nargis narinder narmin narpat naseem naseema naseer nasir nasira nasrin
naushad navdeep navid navin navjot navneet navpreet nawaz nayan nayla nazakat nazar nazia nazim
nazir nazira nazish nazma nazmin nazmul nazneen neelam neelum neema neeraj neeru neesha neeta neha
nehal nida nighat nikunj nilam nilesh nilima nilofar nimisha nimra nimrah nimrat niraj niranjan
nirmal nirmala nirpal nisar nisha nishat nishi nitin niyati noman noor noora nooreen noorjahan
nosheen noshin nuha numan nurul nusaiba nusrat omair omaira omer osama padma palak pallavi palwinder
pankaj paramjit paresh pargat parin parm parminder parmjit parnav parul parvaiz parveen parveena
parvez parvin parvinder pavan pavandeep pawan payal perminder pervaiz pervez piara poonam prabhjot
pradeep pragna prakash pramod pranav prasad prashant pratap pratik praveen pravin preet preetam
preeti prem prerna prina pritam pritesh pritpal priyanka punam puneet purnima pushpa qadir qaiser
qamar qasim qaswar qudsia rabia rabina rabiya radha radhika rafaqat rafia rafiq rafiqul raghav rahat
raheel raheela raheem rahela rahila rahim rahima rahma raiha rais raisa raja rajab rajan rajani
rajendra rajinder rajiv rajni rajnish rajpal rajvinder rajwinder rakesh rakhi rakib rama raman
ramandeep ramesh ramila ramiz ramzan randeep randhir rani ranjan ranjana ranjit ranveer rashad
rashid rashida rashmi rasool rati ratna raveena ravi ravina ravinder razaq razia razwan reema reena
reeta reeva rehan rehman rekha renu renuka resham reshma revati riaz rida rifat riffat rihana rina
rinku ripon rishi ritesh ritika ritu rizwan rizwana robina rohima rohina rohini rohit romesh romila
roohi roop roshan roshni rozina rubab rubaiya rubi rubina ruhel ruhena ruhi ruksana rumana rumena
rupa rupal rupinder rushda rutuja saad saadia saba sabah sabeen sabera sabiha sabir sabira sabrin
sachin sadaf sadaqat sadia sadiq sadiqa saeed saeeda safa safeena safia safina safiya safiyah safwan
sagar sahar sahib sahil sahira sahra saif saifullah saifur saika saiqa saira sajad sajda sajida
sajjad sakib sakina saleem saleema saleh saleha saliha salman samaira sameena sameer samia samiha
samina samir samiya samiyah samreen sana sanaa sandhya sandip saniya sanjana sanjeev sanjit sanjiv
sanna santosh saqib saqlain sarabjit sardar sarfraz sarita sarmad sarvjit sarwar sarwat satbir
satinder satish satnam satpal satvinder satwant satya savita sayed sayeda sayeed seema seerat sehar
seher sehrish sejal shaan shabaz shabbir shabir shabnam shadia shafaq shafi shafia shafiq shafqat
shagufta shahab shahbaz shaheen shaheena shahena shahid shahida shahin shahina shahla shahnaz
shahrukh shahzad shahzada shahzaib shahzia shaikh shaila shaista shakeel shakeela shakil shakila
shalini shama shameem shamila shamim shamima shamin shamraz shams shamsa shamshad shamsul shamza
shan shanaz shanti shanzay sharada sharif sharifa sharmila sharmin shashi shaukat shayan shazad
shazia shazli sheela sheetal sheeza shehla shehnaz shehroz shehzad shereen sherin shilpa shipra
shireen shirin shital shiva shivani shoaib shobha shruti shubham shugufta shujat shumaila shuman
shweta shyam sibtain siddique sidra sikander simran simranjit simrat siraj sita smita smriti sobia
sohaib sohail sohan sohel soma sonal sonali sonam sonu soofia sophiya souzan subhan subhash sudesh
sudha sudhir sufyan suhail suhana suhel sujata sukhbir sukhdeep sukhdev sukhdip sukhi sukhjinder
sukhjit sukhminder sukhpal sukhpreet sukhraj sukhvinder sukhvir sukhwinder sulaiman suleman sultan
sumaira sumaiya suman sumaya sumayyah sumera sumit sunaina sundeep sunil sunila suraiya suraj
surendra suresh surinderjit surjit surya sushil sushila sushma swaran sweta syed syeda tabassum taha
tahira tahmid tahmina taiba tajinder tajul talat talha talvinder talwinder tamanna tamkeen tamoor
tanjina tanveer tanvir tanzeela tanzila taqi taran taranjit tarannum taranpreet tarek tarlochan
tarsem tarun tasleem taslima tasmia tasneem tasnim tauqeer tauseef tausif tayyab tayyaba tayyibah
tazeem tehmina tehreem tejal tejas tejinder tilak trupti tufail tushar udham ujala ulfat umaima
umair umaira umar umara umer umera umesh ummay ummi unaisah urmila urooj usama usha usma uzair uzma
vaishali vandana vanita varinder varsha varun vasant veena venkat vibha vicram vidya vikas vikash
vikesh vimal vimala vinay vineet vineeta vinita vinod vipin vipul viraj viren virender virinder
vishal vishnu vivek wajid wajiha waleed waqar waqas waqqas warda waseem wasim yaqoob yaqub yasar
yaseen yaser yash yashika yashpal yasin yasir yasmina yogesh yogita younas younis younus yousaf
yousef yousra yunus yusef yusra zafar zaheer zahid zahida zahir zahoor zahran zaib zaid zaida zaina
zainul zakariya zakia zakir zakira zaman zameer zamir zanib zareen zareena zarina zarish zarqa zayd
zayn zaynab zeba zeenat zeenath zeeshan zeshan zeyad zia ziad zishan ziyad zoha zohaib zohra zoya
zubaida zubair zuhair zulaikha zulekha zulfikar zulfiqar zunaira
"""
"""Given names of Pakistan, India, Bangladesh and Sri Lanka, folded."""

GIVEN_MIDDLE_EAST = """
aadan abd abdallah abdelkarim abdelrahman abdi abdiaziz abdifatah abdihakim abdikadir abdikarim
abdilahi abdinasir abdinoor abdirahim abdirahman abdirashid abdirizak abdisalam abdiwahab abdiwali
abdulaziz abdulhakim abdulkadir abdulkarim abdullahi abdulmalik abdulqadir abdulrahman abdulwahab
abdurahman abu adan adem adham afaf afrah afsaneh afshin ahlam ahmadullah ahmet aila ajmal akar alaa
alaaddin alev alireza aliye alper amal amani amer aminullah amr anahita aram aras arash arda ardalan
ardeshir arezoo ari arian arin armin arwa asal asef ashkan asiye asli aso asya atash atefeh atilla
avan avin awat aya ayan aycan ayda aydin ayfer ayhan ayla aylin aynur ayse aysegul aysel aysu ayten
azadeh azar azita aziza babak baban bahar bahareh bahman bahram bahrom bakr bana banaz baran baris
basel bashar bassam behnam behrouz behzad belkis berat berfin beritan berivan berkan berna besime
beyza bilan bilgin biniam birsen bita bulent burak burcu burhan busra cagla canan cem cemal cemile
cengiz ceren ceyda cigdem cihan dalal damla darya dawud dayo dekha deniz deqa derya didem dilan
dilara dilek diler dilnaz dima dina dler doaa dogan duniya ebrahim ebru ece eda edip ekrem elahe
elham elif elmas elmira emad emel emine emrah emre enas ender engin enver ercan erdal erdem erfan
erhan erkan ersin ertan esin esma esra essam ezgi fadel fadi fadil fadl faduma fadumo fahmi fairouz
falastin faranak fares farhad fariba farid farideh farnaz farrokh farshad farshid faruk farzad fateh
fatemeh fathi fathia fathiya fatin fatma fawzi fawzia faysal ferah fereshteh ferhat feridun fevzi
feyza fidan figen filiz firas fouad fozi fuad fuat funda gamal gelareh ghada ghaith ghassan gholam
gizem gokhan golnaz golshifteh gonca gulay gulcan guldane guler gulistan gulizar gulnaz gulsen
gulsum gulten hacer hadil haitham hakan hakim hala halil halime hamad hamdi hamed hameed hamide
hamoudi hanaa hanad hanan hande haneen hani hanya hassanein hassiba hatem hatice havin hawo hawraa
hayat haydar haytham heba hediye heidar helin hend hibaq hibo hicham hidayet hiva hiwa hoda hodan
hodo hooman horiya hosna hossein huda hulya huri huseyin hussam iclal idil idman ifrah iftin ihab
ikran ilayda ilham ilhan ilkay ilker ilwad imen inas inci ipek irem irmak isil ismael ismahan ismet
ismihan israa issa istar izzet jaafar jabbar jaber jalaal jaleh jama jamaal jamileh jamshid javad
jawahir jawid jehan jila jiyan jiyar joud kadir kadriye kamaran kambiz kamyar karima karwan karzan
kasra katayoun kaveh kawa kaya kazem kazim kemal kerem keyvan khadar khaled khalida khalif khalil
khayre kiana kianoush kimia kourosh kubra kutay ladan lale laleh lamia layal leyla luul maan madina
mahad mahdi maher mahin mahir mahnaz mahsa mahtab mahvash mahyar majed malak malek malika mamdouh
manal mandana mansour maral maram marjan marwa marwan maryan masoud masoumeh massoud matin maysoon
mazen mazin mehran mehrdad mehri mehrnoosh melek meltem meral mert meryem metin milad minoo mitra
moayad modar moein mohamad mohammadreza mohamud mohanad mohsen mojgan mojtaba morad morteza mostafa
mounir moustafa muhamed muhammet muhsin munzir murat mursal musab mustafe muwafaq muxammad nabiha
nader nadereh nadim naghmeh nagla nahla naim najah najat najib najibullah najla nancee narin narmeen
nasim nasima nasra nasteha nawaf nawal naz nazanin nazdar nazli nazlican necla nefise negar negin
nermin nesrin nevin nigar nihad nihal nihat niki nilay nilgun niloofar nilufar nima nimco nimo niwar
nizar nour noura nuray nurcan nurettin nurgul nurhan nuri nurten oguz okan oktay omid omran onur
orhan ozan ozge ozgur ozlem pantea parastoo parham pari parisa parivash parnian parviz parwin payam
payman pegah pejman pelin pinar pooya qaali qais qasem rabar rabih raed rafif raghad rahaf rahime
rahmatullah rahmo ramazan rami ramin ramyar rania ranya rasha rashed rasoul rauf rawa rawaa rawan
rebaz rebin rebwar recep redha reem reham rekan rendi reyhan reza rezan riad rima roghayeh rojda
rojin roodabeh rostam roya rozhin rukia ruqayya ruwayda ruweyda ruya sabri saddam sadegh sadiya saed
safaa safiye safiyo sagal saghar sahal sahro saida saido salah salahuddin salam salar salem salih
salwa saman samaneh samar samatar sameh samer sami samih sanam sanar sanaz sandeq sarbast sarkawt
sarwin sarya sedat sediqa selcuk selda selen selim selin semra sena serap serdar serhat serkan
serpil sevda sevgi sevil sevim sevinc seyma shaban shadan shadi shadya shafie shahram shahriar
shahrzad shaima shamso shankaron sharareh shaza sherko sherwan shida shilan shima shirzad shokri
shukri shwan sibel sidar simin sina sinan sirwan siyamand soheil soheila sohrab solmaz sonay songul
soran soraya sorena suad suada subhi sudaba suha suhayla sule suleiman suleymaan suleyman sumeyye
suna sundus suzan tahani taher tahereh tahsin taim talal taner tannaz tansu taraneh tareq tarkan
tayfun tayyip temur timucin toba togrul tolga tooba torfa tugba tugce tuncay tuncer turan turgay
turkan ubah ufuk ugur umay umit ummu umut vahid vahideh vedat veysel volkan wael wafa wafaa wala
walaa walid warsame wassim xaawo xalimo xasan xawa yacine yahya yahye yaman yamin yara yasemin
yasmiin yeliz yeter yigit yilmaz younes yousif youssef yucel yuksel yunis yurdagul yuusuf zaha
zakariye zaki zamzam zana zanyar zarif zehra zekiye zerrin zeynab zeynep zheen zhila zhina ziba
zidan zilan ziya ziynet zuhal zuhra zuleika
"""
"""Somali, Arabic, Iranian, Kurdish, Afghan and Turkish given names, folded."""

GIVEN_EAST_ASIA = """
aijun aiko akihiro akiko akira amihan anh aoi arissara arnel asami bao baolin bayani benigno bich
binh boonmee boonsri bunthan chaiya chanda channary chao chau cheng chenxi chien chinh chiyo chun
chung chunhua corazon cuc cuong daichi daisuke dalisay dao diem diep dieu dinh duc duong duy eiji
emiko erlinda fei feng fumiko giang guang guo guoliang hai haiyan hana hanako hanh hao haruka haruto
hideo hien hiep hieu hikaru hiroko hiroshi hisako hoa hoai hoang hong hongmei huan huang huong huy
huyen hyun isagani jae jaruwan jejomar jerico jia jiahao jian jianguo jianhua jie jihoon jin jing
jingyi jiro jiwoo jomar joon jovelyn junjie junko kaito kannika kanya kaori kazuki kazuko kazuo
keiko kenji khanh khoa khoi kiyoshi kun kunthea kyoko kyung lanh lian liang lihua lijuan lili linh
luningning luzviminda malai malee manabu maricel mariel mariko masako masao megumi meili meiling
michiko midori mie mihoko mika minghui minh mio misaki mitsuko miyuki momoko myung nam nanami naoki
naoko nari narumi ngan nghia ngoc nguyet nhan nhi nhu nhung nin ning niran nobuko noi noriko nui
orathai papha pei phan phat phong phuc phung phuong pimchanok prasert qi qian qiang qiao qin qing
qiu quan quang quoc quyen quynh reiko rin rizalyn romnick rong ryo ryota sachiko sakura satoko
satomi satoshi seiji seung shaowei shigeru shinji shiori shuang siriporn sokha somchai somsak sophea
sopheap sota sovann suda sumiko sunan supaporn tai takashi takeshi taro tatsuya tetsuya thach thanh
thao thi thien thinh thoa thom thuan thuy tien tomoko tong toshiko tran trang tri trinh trong truc
trung truong tsubasa tuan tung tuyen tuyet vanna vannak vien viet vinh virak vu vuong vy wanida
wattana wei weijie weiming wen wenjing wichai xia xian xiang xiao xiaoli xiaoling xiaoming xin xing
xinyi xiu xiumei xu xuan xue xuemei yang yanling yasuko yi yichen ying yingying yoko yong yoon
yoshiko yu yue yui yuki yukiko yuko yumi yun yuna yusuke yutaka yuxuan zhen zhi zhihao zhong zihan
zixuan
"""
"""Chinese, Vietnamese, Japanese, Korean, Thai and Filipino given names, folded."""
