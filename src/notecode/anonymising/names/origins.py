"""Where names come from, roughly: lists of given names and surnames met in Great Britain.

They serve to give a person a surrogate in the style of their name. They are written for this
project, hold common names only, and say nothing about the person who bears one.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

from notecode.anonymising.names.lists import SURNAMES
from notecode.anonymising.words.spelling import fold, folded_words

Origin = Literal[
    "english", "welsh", "irish", "polish", "romanian", "lithuanian", "portuguese", "indian",
    "pakistani", "arabic", "kurdish", "turkish", "somali", "west-african", "chinese", "vietnamese",
]  # fmt: skip
"""A style of names; what is not recognised is "english"."""

Gender = Literal["", "female", "male"]
"""What a name, a title or a role tells; "" if it tells nothing."""


class NameLists(NamedTuple):
    """Names of one origin, as they are written."""

    female: tuple[str, ...]
    male: tuple[str, ...]
    last: tuple[str, ...]


def _lists(female: str, male: str, last: str) -> NameLists:
    return NameLists(tuple(female.split()), tuple(male.split()), tuple(last.split()))


NAME_LISTS: Mapping[Origin, NameLists] = MappingProxyType(
    {
        "welsh": _lists(
            """Angharad Anwen Bethan Branwen Bronwen Carys Catrin Ceinwen Cerys Delyth Efa Eirlys
            Eleri Elin Eluned Ffion Gwen Gwenda Gwenllian Gwyneth Heledd Lowri Mair Mali Manon
            Meinir Menna Mererid Myfanwy Nerys Nia Non Olwen Rhian Rhiannon Rhianwen Sian Sioned
            Siwan Teleri Tegwen""",
            """Aled Alun Alwyn Aneurin Arwel Bleddyn Bryn Caradog Cledwyn Dafydd Deiniol Dewi Dyfan
            Dylan Dyfed Einion Elis Emlyn Emyr Euros Gareth Geraint Gethin Glyn Gruffydd Gwilym
            Gwyn Hefin Huw Hywel Ieuan Ifan Ifor Iolo Iorwerth Iwan Llew Llyr Macsen Meirion
            Merfyn Osian Rhodri Rhydian Rhys Selwyn Steffan Tecwyn Tomos Trefor Tudur""",
            """Bebb Beddoe Bevan Beynon Bowen Breese Cadwaladr Craddock Eynon Gethin Gittins
            Gravell Griffith Gruffudd Gruffydd Gwynne Gwyther Havard Hopkin Howells Jehu Kyffin
            Llewellyn Llewelyn Maddock Meyrick Mostyn Nannau Parry Penry Powell Preece Probert
            Prosser Pryce Prothero Prytherch Pugh Rees Rhydderch Tudor Tudur Vaughan Wogan
            Yorath""",
        ),
        "irish": _lists(
            """Aoife Aine Aisling Bridget Brid Caoimhe Ciara Clodagh Deirdre Eimear Fionnuala
            Grainne Maeve Mairead Niamh Noreen Nuala Oonagh Orla Orlaith Roisin Saoirse Sinead
            Siobhan Sorcha""",
            """Aidan Brendan Cathal Ciaran Colm Conal Conor Cormac Declan Dermot Diarmuid Donal
            Eamon Eoghan Eoin Fergal Fergus Fintan Fionn Kieran Malachy Niall Oisin Padraig
            Ronan Ruairi Seamus Sean Tadhg""",
            """Boyle Brannigan Breen Brennan Byrne Callaghan Cassidy Coughlan Daly Devlin Doherty
            Donnelly Donoghue Dowd Duffy Dunne Fallon Farrelly Feeney Finnegan Flaherty Flanagan
            Gallagher Geraghty Hanlon Hanrahan Heaney Hegarty Keane Keegan Kearney Kiely
            Lafferty Maguire Mahony McCabe McCarthy McGinley McGuigan McKeown McLoughlin McNally
            Moriarty Murphy Kelly Walsh Mulligan Nolan OBrien OConnor ODonnell OKeeffe ONeill
            OReilly OSullivan Quigley Rafferty Reilly Scanlon Sheehan Sweeney Tierney Toomey""",
        ),
        "polish": _lists(
            """Agata Agnieszka Aleksandra Aneta Beata Bozena Danuta Dominika Dorota Edyta Elzbieta
            Ewa Ewelina Grazyna Halina Iwona Izabela Jadwiga Jolanta Justyna Kamila Karolina
            Kasia Katarzyna Kinga Krystyna Magda Malgorzata Malwina Marta Marzena Patrycja
            Paulina Renata Sylwia Urszula Wioletta Zofia Zuzanna""",
            """Andrzej Arkadiusz Artur Bartek Bartosz Boguslaw Dariusz Dawid Grzegorz Jacek Jakub
            Janusz Jaroslaw Jerzy Kamil Kacper Krzysztof Leszek Lukasz Maciej Marcin Mariusz
            Mateusz Michal Miroslaw Pawel Piotr Przemyslaw Radoslaw Rafal Ryszard Slawomir
            Stanislaw Szymon Tadeusz Tomasz Waldemar Wojciech Zbigniew""",
            """Adamczyk Baran Borkowski Czarnecki Duda Dudek Gajewska Gorski Grabowski Jablonski
            Jankowska Jaworski Kaczmarek Kaminski Kaminska Kowal Kowalczyk Kowalska Kowalski
            Kozak Krawczyk Krol Kubiak Lewandowski Majewski Malinowski Mazur Michalak Nowak
            Olszewski Pawlak Pietrzak Sikora Stepien Szczepaniak Szymanski Walczak Wieczorek
            Wilk Wisniewska Wisniewski Wojcik Wozniak Wrobel Wrzos Zajac Zielinska Zielinski""",
        ),
        "romanian": _lists(
            """Adina Alina Anca Andreea Corina Cosmina Cristina Denisa Doina Florentina Georgiana
            Ileana Ioana Irina Larisa Lavinia Liliana Loredana Luminita Madalina Mihaela Mirela
            Nicoleta Oana Raluca Roxana Sorina Stefania Violeta""",
            """Alexandru Andrei Bogdan Catalin Ciprian Constantin Cornel Costel Cosmin Cristian
            Doru Dragos Dumitru Eugen Florin Gheorghe Grigore Horia Ilie Ioan Ion Ionel Ionut
            Iulian Laurentiu Liviu Lucian Marius Mihai Mircea Nicolae Octavian Ovidiu Petru Radu
            Razvan Sorin Stefan Tiberiu Traian Valentin Vasile Viorel Vlad""",
            """Albu Balan Barbu Chiriac Ciobanu Constantin Cojocaru Cristea Dinu Dobre Dragomir
            Dumitru Enache Florea Ganea Gheorghe Iancu Ilie Ion Ionita Iordache Lazar Lungu Lupu
            Manole Marin Matei Mihai Mocanu Moldovan Munteanu Neagu Nedelcu Nica Nistor Oprea
            Pavel Petre Popa Radu Rotaru Rusu Sandu Serban Stan Stanciu Stoica Suciu Tanase Toma
            Tudor Ungureanu Vasile Vlad Voicu Zamfir""",
        ),
        "lithuanian": _lists(
            """Asta Audra Ausra Birute Dalia Daiva Egle Gintare Indre Jurgita Laima Neringa Ramune
            Rasa Ruta Skaiste Vaida Vilma Zivile""",
            """Algirdas Arturas Arunas Audrius Darius Deividas Donatas Edvinas Eimantas Gediminas
            Gintaras Jonas Juozas Kestutis Linas Mantas Mindaugas Nerijus Paulius Ricardas Rimas
            Saulius Tadas Tomas Vaidas Vytautas Zilvinas""",
            """Balciunas Butkus Jankauskas Jankauskiene Kazlauskas Kazlauskiene Navickas Paulauskas
            Petrauskas Petrauskiene Rimkus Stankevicius Urbonas Vaitkus Zukauskas""",
        ),
        "portuguese": _lists(
            """Beatriz Catarina Conceicao Fatima Filipa Graca Ines Joana Leonor Lurdes Mafalda
            Margarida Mariana Matilde Rosario Vania""",
            """Afonso Carlos Diogo Duarte Fernando Filipe Francisco Goncalo Henrique Joao Jorge
            Jose Luis Manuel Miguel Nuno Paulo Pedro Ricardo Rui Tiago Vasco""",
            """Almeida Araujo Barbosa Cardoso Carvalho Correia Costa Cunha Dias Fernandes Ferreira
            Fonseca Gomes Goncalves Lopes Marques Martins Mendes Monteiro Moreira Neves Nunes
            Oliveira Pereira Pinto Pires Ribeiro Rocha Rodrigues Santos Silva Soares Sousa
            Tavares Teixeira Vieira""",
        ),
        "indian": _lists(
            """Aarti Ananya Anjali Asha Baljit Deepa Deepika Divya Gurpreet Harpreet Jasleen
            Jaspreet Kavita Kiran Lakshmi Mandeep Manpreet Meena Meera Neha Nisha Parminder
            Pooja Priti Priya Rajinder Rani Rekha Ritu Sangita Seema Shanti Simran Sita Sneha
            Sonal Sunita Surinder Sushma Usha Vandana""",
            """Ajay Akshay Amit Amrit Anil Arjun Arun Ashok Balbir Bhavesh Deepak Dinesh Gurdeep
            Hardeep Harish Inderjit Jagdeep Jaswinder Kamal Karan Krishna Kuldeep Mahesh Manish
            Manoj Mohan Mukesh Naveen Nikhil Nitin Pankaj Parmjit Prakash Pradeep Rahul Rajesh
            Rakesh Ravi Rohit Sandeep Sanjay Satish Sukhdev Sunil Suresh Vijay Vikram Vinod
            Vivek""",
            """Agarwal Ahluwalia Bains Banerjee Bhatt Chana Chauhan Desai Dhaliwal Dhillon Dosanjh
            Gandhi Ghosh Gill Grewal Gupta Iyer Jain Johal Joshi Kapoor Kaur Khanna Kumar Kumari
            Lakhani Malhotra Mehta Menon Mistry Modi Nair Narayan Panchal Pandya Parekh Parmar
            Patel Pillai Rai Rao Reddy Sandhu Shah Sharma Shukla Sidhu Singh Solanki Thakur
            Trivedi Varma Verma Virdi""",
        ),
        "pakistani": _lists(
            """Afshan Aisha Amina Anam Asma Ayesha Bushra Farah Farhana Farzana Fatima Fozia
            Ghazala Hafsa Humaira Iqra Kainat Khadija Kiran Lubna Maryam Mehwish Nabila Nadia
            Naila Nasreen Nazia Nighat Noreen Parveen Rabia Razia Rehana Robina Rukhsana Saba
            Saima Sajida Salma Samina Sanam Shabana Shagufta Shaista Shamim Shazia Sobia Sumaira
            Tahira Tasneem Uzma Yasmin Zainab Zahida Zara""",
            """Aamir Abdul Adeel Adnan Ahmed Ali Amjad Ansar Aqeel Arif Arshad Asad Asif Atif Aziz
            Babar Bilal Danish Ehsan Faisal Faizan Farhan Farooq Fayyaz Ghulam Habib Haider
            Hamza Haroon Hassan Humayun Ibrar Iftikhar Ijaz Ikram Imran Irfan Ishaq Jamil Javed
            Kamran Kashif Khalid Khurram Majid Mohammed Mohammad Muhammad Mohsin Mubashir Nadeem
            Naeem Nasir Naveed Nawaz Omar Qasim Rashid Rizwan Saeed Sajid Salman Saqib Shabir
            Shahid Shakeel Shoaib Sohail Tahir Tanveer Tariq Umar Usman Waheed Waqar Waqas Wasim
            Yasir Younis Zafar Zahid Zeeshan Zubair""",
            """Abbasi Adil Afzal Ahmad Ahmed Akbar Akhtar Akram Alam Ali Amin Anwar Arshad Asghar
            Ashraf Aslam Awan Aziz Baig Begum Bhatti Bibi Butt Chaudhry Choudhury Dar Farooqi
            Ghani Gondal Haq Hussain Iqbal Ishaq Islam Jabbar Jamil Janjua Kayani Khalid Khan
            Khatun Latif Mahmood Majeed Malik Mehmood Memon Miah Mir Mirza Mughal Nawaz Nazir
            Niazi Parvez Qureshi Rafiq Rahman Raja Rashid Rasool Raza Rehman Riaz Sadiq Saleem
            Sarwar Shafiq Shah Sheikh Siddiqui Sultana Syed Tariq Uddin Ullah Waheed Yaqoob
            Yousaf Zaman""",
        ),
        "arabic": _lists(
            """Abeer Amal Amira Asmaa Bayan Dalal Dina Duaa Ghada Hala Hanan Hayat Hind Huda Iman
            Khawla Lamia Layla Lina Maha Manal Marwa Maysa Mona Nada Najwa Nour Rahaf Rana Randa
            Rania Rasha Reem Rima Safa Sahar Salwa Samar Sana Shahd Siham Suha Thuraya Wafa
            Yousra""",
            """Abdallah Abdelkarim Abdulrahman Adel Ahmad Akram Alaa Anas Ayman Bashar Basel Bassam
            Fadi Fahad Faris Firas Ghassan Hadi Haitham Hani Hatem Hazem Hicham Hisham Hossam
            Ihab Issam Jaber Karim Khaled Louay Mahmoud Majd Mazen Mohamed Moustafa Munir
            Mustafa Nabil Nader Nizar Osama Qusay Raed Rami Rashad Riad Sami Samer Sayed Tamer
            Walid Wael Yahya Youssef Ziad""",
            """Abbas Abboud Abdallah Abdelaziz Alawi Amari Aswad Awad Ayoub Aziz Bakri Bakkar
            Barakat Bashir Bishara Boutros Darwish Daher Fakhoury Farah Fares Gaber Habib Haddad
            Hakimi Hamdan Hamdi Hammoud Harb Hariri Hassoun Jaber Jabbour Kanaan Karam Kassab
            Khalil Khatib Khoury Maalouf Mansour Masri Mubarak Mustafa Naji Najjar Nasser Qasim
            Saad Saeedi Salameh Saleh Salloum Sarraf Shaheen Shami Taleb Tawfik Yassin Zayed
            Zidan""",
        ),
        "kurdish": _lists(
            """Arezu Avan Avin Awaz Bahar Berivan Chiman Chnar Dilan Dlnia Evin Gulistan Hero Jwan
            Kazhal Khanda Nazdar Nasrin Nergiz Nishtiman Roza Rojin Rozhan Shilan Shirin Shler
            Sozan Trifa Viyan Zeynab Zilan Zozan""",
            """Agri Aram Aras Azad Baran Bakhtiar Barzan Bawar Dara Darya Delshad Dilshad Diyar
            Goran Hawar Heja Hemin Hiwa Jalal Kamaran Karwan Karzan Kawa Kovan Mariwan Nawzad
            Nechirvan Newroz Omed Peshawa Pshtiwan Rawand Rebaz Rebin Rebwar Rezan Rojhat Salar
            Sarbast Sarkawt Sherko Shivan Shwan Siamand Soran Swara Zana""",
            """Amedi Ardalan Bajalan Barwari Barzani Barzinji Bradosti Darbandi Dizayi Duhoki Goran
            Hamawandi Hawrami Jaff Karkuki Khoshnaw Koyi Mahabadi Mirani Mukri Rashidi Rawandi
            Sharafkandi Shekhani Sindi Sulaimani Surchi Talabani Zangana Zebari""",
        ),
        "turkish": _lists(
            """Asli Aylin Aynur Aysegul Ayse Banu Burcu Canan Cansu Derya Ebru Elif Emel Emine Esra
            Fatma Feride Filiz Fidan Gamze Gonca Gul Gulay Gulsen Hatice Havva Hulya Ilknur
            Leyla Melek Meltem Meryem Nesrin Neslihan Nilgun Nurcan Nuray Ozlem Pinar Sevda
            Sevgi Sibel Sultan Songul Tugba Tulay Yildiz Zehra Zeynep""",
            """Adem Ahmet Ali Alper Arda Ayhan Baris Bekir Berkay Bulent Burak Can Cem Cemal Cengiz
            Deniz Emrah Emre Ercan Erdal Erdem Erkan Erol Fatih Ferhat Fikret Gokhan Hakan Halil
            Hasan Huseyin Ibrahim Ilhan Ismail Kadir Kemal Kenan Koray Levent Mehmet Mesut Metin
            Murat Musa Mustafa Necati Oguz Okan Onur Orhan Osman Ozan Ramazan Recep Savas Selcuk
            Selim Serdar Serhat Serkan Sinan Suleyman Tamer Tarik Tolga Turgut Ufuk Umit Volkan
            Yavuz Yilmaz Yusuf""",
            """Acar Akbas Akbulut Akdag Akkaya Aksoy Aktas Altun Arslan Aslan Ates Avci Aydin
            Aydogan Bayrak Bayram Bozkurt Bulut Candan Celik Cetin Coskun Demir Demirci Demirel
            Dogan Duman Durmaz Erdogan Gokce Gunes Guler Gunduz Kaplan Karaca Karadag Kaya
            Keskin Kilic Koc Korkmaz Kurt Ozcan Ozdemir Ozer Ozkan Ozturk Polat Sahin Sari
            Simsek Tas Tekin Toprak Turan Turkmen Uysal Unal Yalcin Yavuz Yildirim Yildiz Yilmaz
            Yuksel""",
        ),
        "somali": _lists(
            """Amal Anab Asli Ayaan Deqa Degan Faduma Fadumo Fardowsa Fartun Fowsia Hamdi Hawa
            Hibaq Hinda Hodan Idil Ifrah Ikran Ilhan Istahil Khadra Ladan Leyla Nimco Nasra Raho
            Sacdiya Sagal Sahra Shukri Suad Ubah Yasmin Zamzam""",
            """Abdi Abdifatah Abdirahman Abdirashid Abdullahi Abdulkadir Abukar Ahmednur Awil
            Bashiir Bile Dahir Farah Garad Guled Hersi Hirsi Ibrahim Ismaciil Jama Keynan Liban
            Mahad Mohamud Mukhtar Nuur Omar Osman Roble Saciid Shire Siyaad Warsame Yahye Yonis
            Yusuf Zakariye""",
            """Abdi Abdulle Abshir Adan Ahmednur Aden Ainanshe Awale Barre Boqor Dahir Dirie Duale
            Egal Elmi Farah Gabeyre Garad Gedi Guled Gure Hersi Hirsi Hashi Jama Kahin Mohamud
            Muse Nur Omaar Osman Robleh Samatar Shirwa Shire Sugulle Warsame Yusuf""",
        ),
        "west-african": _lists(
            """Abena Abimbola Adaeze Adaobi Ade Adwoa Afia Akosua Akua Ama Amaka Amara Ayodele
            Bolanle Bukola Chiamaka Chidinma Chioma Efua Ebele Esi Fatou Folake Funmi Funmilayo
            Ifeoma Ijeoma Isatou Kehinde Lola Mariama Ngozi Nkechi Nneka Obioma Omolara Sade
            Temitope Titilayo Toyin Uche Yaa Yetunde""",
            """Abiodun Adebayo Adekunle Ademola Akwasi Ayo Babajide Babatunde Chidi Chima Chinedu
            Chike Chukwuemeka Ebrima Ekow Emeka Femi Ifeanyi Ikechukwu Jide Kofi Kojo Kwabena
            Kwaku Kwame Kwasi Lamin Modou Mamadou Nnamdi Obinna Okechukwu Olu Olufemi Olumide
            Oluwaseun Ousmane Segun Seun Sunday Tayo Tunde Uchenna Wale Yaw Yinka""",
            """Abiola Achebe Acheampong Adeleke Adewale Adeyemi Adeyinka Adjei Afolabi Agyeman
            Ajayi Akande Akinola Amoah Ampofo Ansah Appiah Asante Asare Awolowo Babatunde
            Balogun Bamgboye Bangura Boakye Boateng Ceesay Conteh Darko Diallo Ekwueme Eze
            Ezeugo Frimpong Gyasi Ibe Igwe Iwu Jallow Kamara Keita Koroma Kuti Lawal Mensah
            Nkrumah Nnadi Nwosu Obi Odukoya Ofori Ogunleye Ojo Okafor Okeke Okonkwo Okoro
            Olawale Onyango Opoku Oni Osei Owusu Sanusi Sesay Soyinka Toure Yeboah""",
        ),
        "chinese": _lists(
            """Ailing Baozhen Fang Fenfang Hong Huan Huiling Jiaying Jing Jingyi Juan Lanying Lihua
            Lijuan Lingling Meifeng Meihua Meiling Min Qian Qing Qiuyue Rong Ruolan Shufen
            Shuling Ting Wenling Xia Xiaohong Xiaoling Xiaomei Xiulan Xiuying Xue Yafang Yan
            Yanling Yanmei Ying Yuhan Yulan Yun Zhenzhen""",
            """Bo Bojing Chang Chao Chen Cheng Dawei Dong Feng Gang Guoliang Guowei Haoran Haoyu
            Jian Jianguo Jianhua Jianjun Jie Jun Junjie Kang Lei Liang Long Minghui Ming Peng
            Qiang Rui Shaoqiang Tao Weimin Weidong Wei Wenbin Xiaobo Xiaofeng Xin Xiang Yifan
            Yong Yichen Yuchen Zhen Zhigang Zhiqiang Zhiwei Zixuan""",
            """Bai Cai Cao Chan Chang Chen Cheng Cheung Chow Chung Deng Ding Dong Fang Feng Fung
            Gao Guo Han Huang Jiang Jin Kong Kwok Lai Lau Leung Liang Liao Lin Liu Lou Luo Mao
            Meng Ng Pang Peng Qian Qin Shao Shen Shi Sun Tang Tian Tsang Tse Wan Wang Wei Weng
            Wu Xia Xiao Xie Xiong Xu Yan Yang Yao Yeung Yip Yuan Yue Zeng Zhang Zhao Zheng Zhong
            Zhou Zhu Zou""",
        ),
        "vietnamese": _lists(
            """Anh Chau Diem Diep Dung Giang Ha Hang Hanh Hien Hoa Hong Hue Huong Huyen Khanh Kieu
            Lan Lien Linh Loan Mai My Nga Ngan Ngoc Nguyet Nhi Nhung Oanh Phuong Quyen Quynh
            Suong Thao Thi Thu Thuy Tien Trang Trinh Tuyet Uyen Van Vy Xuan Yen""",
            """Bao Binh Canh Chien Cuong Dat Dinh Duc Duong Hai Hao Hieu Hoang Hung Huy Khai Khoa
            Kiet Lam Loc Long Luan Minh Nam Nghia Nhan Phong Quan Quang Quoc Sang Son Tai Tam
            Tan Thang Thanh Thien Tien Tin Toan Trung Truong Tuan Tung Tuyen Viet Vinh""",
            """Bui Cao Chau Dang Dao Diep Dinh Doan Dong Duong Hoang Huynh Luong Luu Ly Ngo Nguyen
            Pham Phan Phung Quach Thach Thai Tran Trinh Truong Vuong""",
        ),
    }
)  # fmt: skip

_ENDINGS: tuple[tuple[tuple[str, ...], Origin], ...] = (
    (("ski", "ska", "cki", "cka", "wicz", "czyk", "czak", "dzki", "dzka"), "polish"),
    (("escu", "eanu", "oiu"), "romanian"),
    (("auskas", "auskiene", "icius", "iene", "aite", "unas"), "lithuanian"),
    (("oglu",), "turkish"),
)
_STARTS: tuple[tuple[tuple[str, ...], Origin], ...] = (
    (("oluwa", "chukwu", "ogun", "adebay", "olu"), "west-african"),
    (("odonn", "oconn", "osull", "oreill", "okeef"), "irish"),
)

_OF_FIRST: dict[str, tuple[Origin, ...]] = {}
_OF_LAST: dict[str, tuple[Origin, ...]] = {}
FEMALE: set[str] = set()
MALE: set[str] = set()
for _origin, _names in NAME_LISTS.items():
    for _name in (*_names.female, *_names.male):
        _OF_FIRST[fold(_name)] = (*_OF_FIRST.get(fold(_name), ()), _origin)
    for _name in _names.last:
        _OF_LAST[fold(_name)] = (*_OF_LAST.get(fold(_name), ()), _origin)
    FEMALE.update(map(fold, _names.female))
    MALE.update(map(fold, _names.male))


def origin_of(first: str, last: str) -> Origin:
    """The style of a name: what most of its parts are listed under; "english" if none is."""
    votes: dict[Origin, float] = {}
    surname = folded_words(last)
    given = folded_words(first)
    for words, listed, elsewhere in ((given, _OF_FIRST, _OF_LAST), (surname, _OF_LAST, _OF_FIRST)):
        for word in words:
            # A name that many origins share tells less, as does one in the other's place.
            found = set(listed.get(word, ())) or set(elsewhere.get(word, ()))
            for origin in found:
                votes[origin] = votes.get(origin, 0) + (1 if word in listed else 0.5) / len(found)
    for word in surname:
        for ending, origin in _ENDINGS:
            votes[origin] = votes.get(origin, 0) + (len(word) > 5 and word.endswith(ending))
    for word in (*given, *surname, "".join(surname)):
        for start, origin in _STARTS:
            votes[origin] = votes.get(origin, 0) + (len(word) > 5 and word.startswith(start))
    foreign = _OF_LAST.keys() | _OF_FIRST.keys()
    listed_here = any(word in SURNAMES and word not in foreign for word in surname)
    # Less than what a name tells that only one origin has, more than one that several have.
    votes["english"] = 0.6 * listed_here
    order = ("welsh", "irish", "english", *NAME_LISTS)
    best = max(votes, key=lambda each: (votes[each], -order.index(each)))
    return best if votes[best] else "english"
