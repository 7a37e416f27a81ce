"""Given names of Africa and the Caribbean."""

GIVEN_AFRICA = """
aba abayomi abeba abebe abena abeni abimbola abiodun abiola abisola ablavi abosede abraha abrahem
abrehet adaeze adaku adaobi adaora adebayo adebisi adebola adebowale adedayo adegoke adekunle
adenike adeola adeolu adesina adesola adetola adetoun adetutu adewale adeyinka adjoa adunni adwoa
afia afiya afua agbeko ahmednur aida ajani akachi akinola akintunde akinyi akosua akua akuba akunna
akwasi alem alemayehu alemnesh alganesh ama amadi amadou amaka amarachi amare aminata amma amondi
ananias andile anesu anselm antwi anuoluwa asante asefa asiedu asmeret assefa atieno atinuke ato
augustina awa awet ayanda ayanna ayishetu ayo ayobami ayodeji ayodele ayomide ayoola ayotunde azeb
azeez azuka babajide babatunde bamidele banji bankole bashir belaynesh benita berhane bethel biodun
bisi bisola boitumelo bolaji bolanle bongani bontle bosede buchi bukky bukola bunmi busisiwe bwalya
candace carlene carlton cashma cheikh chenai chiamaka chibueze chibuike chibuzo chidera chidi
chidiebere chidinma chido chiedza chiemeka chigozie chijioke chika chikodi chima chimamanda chinaza
chinelo chinenye chinwe chinyere chioma chipo chisomo chiwetel chizoba chuka chukwudi chukwuebuka
chukwuemeka cleopatra clovis cudjoe cyprian dalmar damilola daneisha daniella dawit debesay degol
dejene delali demba demetria demissie derartu deshawn deza diarra dikeledi dineo djibril dlamini
dolapo donatien dorcas dorothee ebele ebere ebo ebrima ebuka ebun efe efua egbert ejike ekaette
ekene ekow ekua elombe elon emebet emeka emem enitan enoch enock enyonam ermias esayas eshe esi
esihle esosa etana eyerusalem eziamaka ezinne farai faraji fatmata fatou fatoumata fatuma feven
fiifi fikirte filmon fitsum foday fode fola folake folakemi folasade folu folusho funke funmi
funmilayo gabisile gebre gebru genet ghidey girma godfrey godwin goitom gugu habtom haile hailu
halimatu hamisi haregu hawa hermela hiwet hlengiwe hosea idowu idrissa ifeanyi ifeoma ifunanya
iheanyi ijeoma ikechukwu ikenna ikponmwosa imani isatou ishmael isioma itoro ivorine iyabo jabari
jabulani jahiem jahmal jahmar jamelia janai jelani jemila jerusha jibril jide jideofor jomo jonathon
josiane juma kabelo kaddy kadiatu kadija kagiso kahsay kamara kamau kambili karabo kasim katlego
kayode kebede kehinde kelechi kelile kemi kendrick kerenza keshia khadra khaya khethiwe khumo kibrom
kidane kidist kobina kodjo kofi kojo kolade kudakwashe kudzai kudzi kuforiji kunle kwabena kwadwo
kwaku kwakye kwasi kweku kwesi lamin latifah lebo lebogang lekan lemlem lerato liyabona lolade
lomasi lulama lunga lungile luwam lwazi maame mahlet maimuna makda makena makhosi malick mamadou
mandla mansa mariama mariatu marieme masego massamba matsepo mawuli mbali mebrat mekdes mekonnen
melaku melat merhawi merhawit miriro mkhululi mobolaji modou modupe mohau mojisola momodu morayo
moremi morowa mosadi mosi motunrayo moussa mpho mudiwa mulu mulugeta muna munashe muniratu musu
mutsa mutsawashe mwangi mwila naa nahom nandi nandipha nasara nathi ncuti ndeye ndidi nebyat ngina
ngosi njambi njeri njideka njoroge nkechi nkem nkemdilim nkiru nkiruka nkosana nkosi nnamdi nnedi
nneka nnenna nobuhle nolwazi nomalanga nomsa nomvula nonso nontle nosipho nthabiseng ntombi
ntombizodwa nuru nyambura nyasha nyla nyokabi oba obafemi obi obinna obioma odera odin odunayo
ogechi ogochukwu okechukwu okey okon okoro olabisi oladapo oladele oladipo olaide olajide olamide
olanrewaju olasunkanmi olatunde olatunji olawale olayinka olivette olubunmi oluchi oludare olufemi
olufunke olufunmilayo olugbenga olukemi olumide olusegun olusola olutayo oluwadamilola oluwafemi
oluwakemi oluwaseyi oluwaseyun oluwatobi oluwatosin omolara omotola omowunmi onome onyeka onyinye
onyinyechi opeyemi osagie osaretin osas osaze osei osita otieno ousmane oyin oyindamola oyinkan paa
palesa panashe pathe pelumi phindile phumzile princewill rahel refilwe rethabile robel rokia rotimi
rufaro rukayat rumbidzai ruramai rutendo ruvarashe ruvimbo sade sadio saidat saidou saikou salamatu
salewa salimata samrawit saron seble sekou selam selamawit selassie semhar senait sengbe senzo seun
seyi shadrach shamiso shanice shaniqua shanique shante shantel shanthi shaquille shemar sheneka
shenelle sherrianne shevon sibongile sibusiso sidonia sifiso sinazo sindisiwe siphiwe sipho
siyabonga soji sola solape subira sulayman sylvanus tafadzwa tafara taiwo takudzwa tamika tamirat
tanaka tanesha tanisha tapiwa tariro tatenda tawanda tayo tebogo tedros teffera temi temidayo
temilola temitayo temitope tendai tendekai teniola tensae terrell tesfay tesfaye tewelde thabang
thabiso thabo thandeka thandi thandiwe themba thembi thokozani thulani tierra timi tinashe tinotenda
titi titilayo tiwa tobechukwu tochukwu tolu tolulope tomi tonderai tope tosin toyin tsega tsegay
tsehay tshepo tsion tumelo tunde tunji tyrel tyronne uche uchechi uchenna udo udoka ugo ugochi
ugonna unathi uzo uzoamaka uzoma vimbai vusi wafula wairimu wambui wangari wangui wanjiku wanjiru
winta woinshet xola xolani yaa yaaba yaba yaw yemane yemi yemisi yetunde yodit yohana yohannes yonas
yonatan yordanos yusupha zainabu zandile zanele zawadi zebib zeinabu zemzem zenebech zinhle zodwa
zolani bola wale dele gbenga rudo naledi ousman binta abel hiwot meron liban kyesha shaneka
"""
"""West, East and southern African and Caribbean given names, folded."""
