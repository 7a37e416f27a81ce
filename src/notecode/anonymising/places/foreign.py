"""Countries and foreign towns that people in British case notes are likely to come from.

Written for this project from general knowledge, folded: small letters, no accents.
"""

from notecode.anonymising.words.spelling import word_set

FOREIGN_PLACES = word_set(
    """
    aarhus abbottabad abeokuta abidjan abuja accra adana afghanistan afrin agadir ahmedabad ahvaz
    akure albania albufeira aleppo alexandria algeria algiers alicante almada almaty alytus
    amadora amman amritsar amsterdam angola ankara annaba antalya antananarivo antwerp arad
    arequipa argentina armenia arusha asaba ashaiman asmara astana aswan athens attock auckland
    augsburg australia austria aveiro azerbaijan bacau baghdad bahawalpur bahrain baidoa bakhmut
    baku bamako bangalore bangkok bangladesh banjul bannu barbados barcelona barisal barranquilla
    basra basseterre bathinda batticaloa batumi bauchi beijing beirut belarus beledweyne belem
    belgium belgrade bengaluru benghazi benidorm benin berbera berdyansk berlin bern bethlehem
    bhavnagar bhimber bialystok bielsko bilbao biratnagar bishkek bissau bitola bizerte
    blagoevgrad bogota bolivia bologna bonn bordeaux bosaso bosnia botosani botswana braga braila
    brasilia brasov bratislava brazil brazzaville bremen bridgetown brisbane brno bruges brussels
    bucharest budapest bujumbura bukavu bulawayo bulgaria burgas bursa burundi busan buzau
    bydgoszcz bytom cadiz cairo calabar calais calarasi california cambodia cameroon campinas
    canada caracas casablanca cascais castries catania cebu chakwal charleroi chelm chengdu
    chennai cherbourg cherkasy chernihiv chernivtsi chicago chile china chitral chittagong
    chongqing cluj cochabamba coimbatore coimbra colombia colombo comilla congo constanta
    copenhagen corunna cotonou craiova croatia cuba curitiba cusco cyprus czechia czestochowa
    dakar damascus danang daraa darfur daugavpils davao dearborn debrecen delhi denmark dhaka
    dijon dili diyarbakir djibouti dnipro dobrich dodoma doha dohuk dominica donetsk dongguan
    dortmund douala dresden dubai dubrovnik duhok dunkirk durban durres dushanbe dusseldorf
    ecuador egypt eindhoven elbasan elblag eldoret entebbe enugu erbil eritrea erzurum eskisehir
    estonia ethiopia evora faisalabad fallujah famagusta faro ferizaj fez fiji finland
    florianopolis florida focsani fortaleza france frankfurt freetown fujian funchal fuzhou
    gaborone gabrovo galati gambia garissa garowe gaza gaziantep gazipur gdansk gdynia geneina
    geneva genoa georgetown germany ghana ghent gibraltar gilgit giurgiu giza gjakova gjilan
    gliwice goa goiania goma gomel gondar gorzow gothenburg graz greece grenada grenoble grodno
    grudziadz guangdong guangzhou guayaquil guimaraes gujarat gujranwala gujrat gulu guyana gweru
    gyor haarlem habiganj haifa haiphong haiti halabja hamburg hannover hanoi harare harbin
    hargeisa haripur hasakah haskovo hawassa hebron helsinki heraklion herat homs hoshiarpur
    huambo humenne hunedoara hungary hyderabad iasi ibadan ibiza iceland idlib ilorin india
    indonesia innsbruck ipoh iran iraq irpin isfahan islamabad israel istanbul italy izmir jaffna
    jaipur jakarta jalalabad jalandhar jamaica jamestown jamnagar japan jeddah jekabpils jelgava
    jericho jersey jessore jhelum jijiga jinja johannesburg jonava jordan jurmala kabul kaduna
    kakamega kalisz kampala kandahar kanpur kaohsiung kapurthala karachi karaj karbala kashmir
    kassel kathmandu katowice kaunas kavaje kayseri kazakhstan kenya kerala keren kermanshah
    kharkiv khartoum kherson khulna kiel kielce kiev kigali kingston kingstown kinshasa kirkuk
    kisangani kismayo kisumu klaipeda kobani kochi kohat kolkata konin konya korce kosice kosovo
    koszalin kotli kowloon krakow kramatorsk kropyvnytskyi kruje kukes kumanovo kumasi kunduz
    kurdistan kutaisi kuwait kyiv kyoto lagos lahore lanzarote larkana larnaca latakia latvia
    lausanne lebanon legnica leiden leipzig leiria leszno lezhe liberec liberia libreville libya
    liege liepaja lille lilongwe limassol limoges linz lisbon lithuania ljubljana lodz lomza
    lovech luanda lublin lubumbashi lucknow ludhiana luhansk lusaka lushnje lutsk luxembourg luxor
    lviv macedonia madeira madrid madurai maiduguri makurdi malabo malaga malatya malawi malaysia
    mali malindi malmo malta manama manaus mandalay mandeville manila mansehra maracaibo maramures
    marbella mardan mardin maribor marijampole mariupol marrakech marrakesh marseille maseru
    mashhad massawa matadi mauritius mazar mazeikiai mbabane mbarara mecca medellin mekelle meknes
    melitopol mersin mexico michalovce milan mindelo mingora minsk mirpur miskolc misrata
    mitrovica mogadishu moldova mombasa mongolia monrovia montenegro montevideo montserrat morocco
    moscow mostar mosul moulvibazar mozambique multan mumbai munich murcia muscat mutare
    muzaffarabad myanmar mykolaiv mymensingh nablus nagoya nagpur nairobi najaf namibia namur
    nantes naples narayanganj narva nashik nasiriyah nassau nazareth ndjamena negril nepal
    netherlands niamey nicosia niger nigeria niksic ningbo nitra nnewi noakhali norway nowshera
    nsukka nuremberg nyala nyeri nyiregyhaza nysa odesa odessa ohrid olomouc olsztyn oman omdurman
    onitsha opole oradea oran osaka osijek oslo osogbo ostrava ouagadougou oujda owerri pakistan
    palermo palestine pamplona panama panevezys paphos paraguay pardubice paris parnu patiala
    patna patras pattaya pazardzhik pecs peja penang peru peshawar petersburg phagwara philippines
    phuket piraeus pitesti pleven plock ploiesti plovdiv plzen podgorica podujeva pogradec pokhara
    poland poltava poprad porbandar portimao portmore porto portugal poznan prague presov pretoria
    pristina prizren przemysl pune punjab qamishli qatar qom quetta quito rabat radom rajkot
    rajshahi ramadi ramallah raqqa rasht rawalpindi recife rennes resita reykjavik rezekne riga
    rijeka rivne riyadh romania rome roscoff roseau rostock rotterdam rouen ruse russia rwanda
    rybnik rzeszow saigon salzburg samarkand samarra samsun sanandaj sanliurfa sarajevo sarande
    sargodha sekondi senegal seoul serbia setubal seville seychelles sfax shanghai shenzhen shiraz
    shkoder shumen sialkot siauliai sibiu sidon siedlce sighisoara singapore sintra skopje slatina
    slemani sliven slobozia slovakia slovenia slupsk sofia sokoto somalia somaliland sopot
    sosnowiec sousse soweto spain stockholm strasbourg stuttgart subotica suceava sudan sukkur
    sulaymaniyah sunamganj surabaya surat suwalki sweden swidnica switzerland sydney sylhet syria
    szczecin szeged tabriz taipei taiwan takoradi tallinn tampere tangier tanzania targoviste
    tarnow tartu tartus tashkent tbilisi tczew tehran tenerife ternopil tetovo texas thailand
    thessaloniki thika tianjin tibet tikrit timisoara tirana tobago togo tokyo torun toulouse
    trabzon trencin trichy trieste trincomalee trinidad tripoli trivandrum trnava tropoje tulcea
    tunis tunisia turda turin turkey turku tuzla tychy uganda ukraine urmia uruguay utena utrecht
    uyo uzbekistan uzhhorod vadodara valmiera valparaiso varna vaslui vellore venezuela venice
    ventspils vidin vienna vientiane vietnam vigo vilnius vinnytsia viseu vitebsk vlore vratsa
    vushtrri walbrzych warri warsaw wenzhou windhoek wloclawek wroclaw wuhan xiamen yambol yangon
    yaounde yemen yerevan zabrze zadar zagreb zahedan zakho zambia zamosc zanzibar zaporizhia
    zaporizhzhia zaragoza zeebrugge zhytomyr zielona zilina zimbabwe zlin zurich
    """
)
"""Places of one word, folded."""
