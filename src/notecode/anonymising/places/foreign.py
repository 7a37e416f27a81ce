"""Countries and foreign towns that people in British case notes are likely to come from.

Written for this project from general knowledge, folded: small letters, no accents.
"""

from notecode.anonymising.words.spelling import word_set

FOREIGN_PLACES = word_set(
    """
    abidjan abuja accra adana afghanistan ahmedabad albania aleppo algeria algiers alicante
    amman amritsar amsterdam angola ankara antalya arad argentina armenia asmara athens attock
    auckland australia austria azerbaijan bacau baghdad bahrain bamako bangalore bangladesh
    banjul barbados barcelona basra beijing beirut belarus belgium belgrade bengaluru benghazi
    benidorm benin berlin bialystok bielsko bolivia bosnia botosani botswana braga brasov
    bratislava brazil bridgetown brisbane brno brussels bucharest budapest bulawayo bulgaria
    burgas bursa burundi bydgoszcz bytom cairo california cambodia cameroon canada casablanca
    castries chennai chicago chile china chittagong cluj coimbatore coimbra colombia colombo
    congo constanta craiova croatia cuba cyprus czechia czestochowa dakar damascus daugavpils
    dearborn delhi denmark dhaka dili diyarbakir dnipro dominica donetsk douala dubai durban
    durres ecuador egypt elbasan eldoret enugu erbil eritrea estonia ethiopia faisalabad faro
    fez fiji finland florida fortaleza france freetown fujian funchal fuzhou galati gambia gaza
    gaziantep gdansk gdynia georgetown germany ghana gibraltar giza gliwice goa goiania greece
    grenada guangdong gujarat gujranwala gujrat guyana gweru haiphong haiti hamburg hanoi harare
    hargeisa herat homs hungary hyderabad iasi ibadan iceland idlib india indonesia iran iraq
    isfahan islamabad israel istanbul italy izmir jaffna jalalabad jalandhar jamaica japan
    jelgava jersey jhelum johannesburg jordan kabul kaduna kampala kandahar karachi kashmir
    kathmandu katowice kaunas kazakhstan kenya kerala keren kharkiv khartoum kherson kielce kiev
    kingston kingstown kinshasa kirkuk kismayo kisumu klaipeda kolkata konya kosice kosovo kotli
    kowloon krakow kukes kumasi kunduz kurdistan kuwait kyiv lagos lahore lanzarote latvia
    lebanon liberia libya liepaja lilongwe lisbon lithuania lodz lublin ludhiana lusaka
    luxembourg lviv macedonia madeira madrid malaga malawi malaysia mali malta manila maramures
    mariupol mashhad massawa mauritius mazar mexico milan minsk mirpur misrata mogadishu moldova
    mombasa mongolia monrovia montenegro montserrat morocco mosul mozambique multan mumbai
    mutare muzaffarabad myanmar nairobi namibia naples nashik nepal netherlands niger nigeria
    norway odesa odessa olsztyn oman opole oradea oran pakistan palestine panama panevezys
    paraguay paris peru peshawar philippines pleven ploiesti plovdiv poland portmore porto
    portugal poznan prague pretoria pristina prizren pune punjab qatar quetta rabat radom
    rawalpindi riga romania rome roseau rotterdam ruse russia rwanda rzeszow saigon senegal
    serbia setubal seychelles shanghai shenzhen shiraz shkoder sialkot siauliai sibiu singapore
    slemani sliven slovakia slovenia sofia somalia somaliland soweto spain suceava sudan
    sulaymaniyah surat sweden switzerland sydney sylhet syria szczecin tabriz taiwan takoradi
    tallinn tangier tanzania tartu tehran tenerife texas thailand tibet timisoara tirana tobago
    togo torun trabzon trinidad tripoli tunis tunisia turkey uganda ukraine uruguay uzbekistan
    varna venezuela vietnam vilnius vlore warri warsaw wroclaw yaounde yemen zabrze zagreb
    zambia zielona zimbabwe
    """
)
"""Places of one word, folded."""
