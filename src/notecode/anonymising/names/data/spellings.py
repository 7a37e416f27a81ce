"""Spellings of one given name that stand for one another, by ear and by origin."""

SPELLINGS = """
aaliyah aliyah aliya alia
abdirahman abdulrahman abdurahman abdirahmaan
abigail abigale abbigail abbygail
adeola adeolu
agnieszka agnes aga agnieska
ahmed ahmad ahmet achmed
aidan aiden aydan adan
aisha ayesha aysha aishah iesha asha ayse
aleksander alexander aleksandr alexandr olek
alicja alicia ala
alisha alesha aleesha
alistair alasdair alastair alister alisdair
amina aminah ameena aamina
amir ameer aamir
ann anne anna ania anya
antonio toni tonio
artur arthur
aoife eefa efa ifa
bartosz bartek bart
beata beatka
bernadette bernadet
bethan bethany
blazej blaise
bogdan bogdana
bronagh brona
bronwen bronwyn
caitlin kaitlin katelyn kaitlyn caitlyn cathleen
caoimhe keeva kweeva queeva
catherine katherine kathryn catharine cathryn katharine katarzyna katerina katarina
charlotte sharlotte carlotta
chantelle chantel chantal shantelle shantel
chloe khloe cloe
christopher kristopher krzysztof christof cristopher
ciaran kieran keiran kieron kiaran
claire clare clair
craig kraig
cristian christian krystian kristian
daniel danyal daniyal danial danil danny
dariusz darius darek
darren darran daren
dawid david davide dafydd daud dawood
deborah debra debora
declan decky
deirdre deidre dierdre
dmitri dimitri dmitry
dominik dominic dom
dorota dorothy dorotka
elzbieta elizabeth elisabeth ela elka
emily emilie emilia
ewa eva
fatima fatimah fatema fatuma fatma faduma
ferhat farhat
filip philip phillip phil
florin florian
gabriel gabriela gabi
geoff jeff
geoffrey jeffrey jeffery
gareth garath garreth
grainne grania gronya
grzegorz gregory greg grzes gregor
halima haleema xalimo halimo
hamza hamzah humza
hannah hanna hana
hasan hassan xasan
hayley hailey haley hayleigh
hussein hussain husain hossain hoseyn husayn
ibrahim ebrahim abraham ibraheem
imran emran umran
ioana ioanna joanna
ion john ioan jon
ian iain
isabel isobel isabelle isobelle ysobel
ismail ismael ismaeel esmail
istvan steven pista
jacek jack
jakub jacob kuba kubus jake
jamal jamaal gamal
janusz jan john
jasmine yasmin yasmine jazmin jasmin yasmeen
jayden jaiden jaydon jaden
jerzy george jurek
jolanta jola
jose joseph pepe ze
jozef joseph josef
julia giulia yulia
karolina caroline carolina karola
kamil camil
kasia kashia cassia
khadija khadijah khadeeja kadija hadiza
khalid khaled
kirsty kirstie kirsti christie
krystyna christina kristina kris krysia
lauren loren lorren
leila layla leyla laila lila
leigh lee lea
liam leam
lisa liza leesa
louise luise
lucja lucy lucia
lukasz lucas luke lukas luca
maciej matthew maciek matty
magdalena magda madga
mairead maired
malgorzata margaret gosia malgosia
maria mary marie mariya maryam mariam miriam maryan
marian marion
mark marc marek markus marcus
martin marcin martyn
mateusz matthew mateo matei mati
megan meghan meagan
mehmet mehmed mohammed
michal michael mihai mihail mikael mikhail michel
mikolaj nicholas nikolai
mohammed mohamed muhammad mohammad muhammed mohamud muhamed mehmet mo md mohd muhamad
mustafa mostafa moustafa
naheed nahid
natalia natalie nataliya
niamh neve neave neeve
nicola nichola nicole
niall neil neal
nusrat nusrath nosrat
oisin osheen ushin
oleksandr alexander sasha oleksander
oluwaseun seun
oluwadamilola damilola dami
oluwatobiloba tobi
oluwatosin tosin
omar umar omer umer
orla orlagh
padraig patrick porrick padraic pauric
paulina pauline
pawel paul pavel pablo paolo
philippa phillipa
piotr peter pedro petr petru piotrek
rachel rachael rahel
radoslaw radek
rafal raphael rafael rafa
rebecca rebekah
rhys reece rees reese
robert roberto
roisin rosheen rosin roisheen
ruairi rory ruari ruaridh
ryszard richard rysiek
sadia saadia sadiya
saeed said sayed sayeed syed
saima saimah
salma selma
samir sameer
sarah sara zara saara
sean shaun shawn shane
shabnam shabnum
shannon shanon
sheila shelagh sheelagh shiela
shona seona
sian shan sharn
sinead shinead sinade
siobhan shivaun shevaun chevonne shivon shiobhan siobahn
slawomir slawek
sofia sophia sofie sophie zofia
stacey stacy stacie
stanislaw stan staszek
stephen steven stefan stephan szczepan
stewart stuart
suleiman sulaiman suleyman solomon
szymon simon shimon
tadeusz tadek
tadhg tige tiger teague
tamas thomas
tariq tarek tareq
teresa theresa tereza
tiffany tiffani
tomasz thomas tomek tom tomas
tracey tracy tracie
tyrese tyreece tyreese tyrice
tyrone tyron
usman osman uthman othman
vasile vasil basil
victoria viktoria wiktoria
vladimir volodymyr vlad wladyslaw
waclaw wacek
waldemar waldek
wieslaw wiesiek
wojciech wojtek
xhevdet jevdet
yousef yusuf joseph youssef yousuf yusef yousaf yosef
yusra yousra
zahra zara zohra zahraa
zain zayn zane zayne zein
zainab zaynab zeynep zeinab zaineb
zbigniew zbyszek
zdzislaw zdzisiek
zeeshan zishan zeshan
zoe zoey zooey
zuzanna susanna zuza
aleksandra alexandra ola
anastasia nastya
andriy andrii andrew andrzej andrei andreas andre
bilal billal
bogumil bogus
catalin catalina
costel constantin costi
dilshad dil
gheorghe gheorghita george gica
gintaras gintas
henryk henry heniek
ilinca ili
ionut nelu ionel
ivan vanya
jadwiga jadzia
joaquim quim
joao johnny jo
juan juanito
jurgita jurga
kazimierz kazik
konstantin kostya
kristaps kris
laszlo laci
leszek lech
liudmila lyuda
ludmila lyuda
mariusz mario
mihaela miha michaela
miroslav mirek
miroslaw mirek
nadezhda nadia
oksana ksenia
przemyslaw przemek
roksana roxana
sebastian seba
sergiusz sergei
sorin sori
svetlana sveta
tatiana tanya
vytautas vytas
yevgeny zhenya
zigmas zygimantas
ayodele ayo
babatunde tunde baba
chukwuemeka emeka
chinedu edu
folasade sade
ifeoluwa ife
kwabena kobby
kehinde kenny
nkechi kechi
obinna obi
olusegun segun
olufemi femi
tendai tee
thandiwe thandi
abdullahi abdi abdulahi abdullah
abdikarim karim
fadumo fatuma
hodan hodi
mahamed maxamed mohamed
sahra zahra
parminder parm
harpreet harp
gurpreet gurp preet
jaspreet jas
jasvinder jas
kulwinder kully
manpreet man mani
sukhvinder sukh sunny
rajinder raj
balwinder bal
dhaval dhav
hardeep hardy
amandeep aman mandy
baljit bal
"""
"""Lines of spellings and short forms of one name, folded; each stands for the rest of its line."""
