"""Hospitals of Britain by the names that notes give them without saying what they are.

Names are facts; the lists were written for this project from general knowledge. All are folded.
"""

from notecode.anonymising.places.chains import phrases
from notecode.anonymising.words.spelling import word_set

HOSPITALS = phrases(
    """
    addenbrookes; addenbrooke's; airedale general; alder hey; arrowe park; barnet general;
    bassetlaw hospital; birch hill; blackpool vic; blackpool victoria; broadgreen; broadmoor;
    bronglais; calderdale royal; castle hill; central middlesex; chase farm; charing cross
    hospital; chelsea and westminster; chelsea & westminster; conquest hospital; countess of
    chester; county durham and darlington; cramlington emergency; crosshouse; cumberland infirmary;
    darent valley; derriford; diana princess of wales; doncaster royal; dumfries and galloway
    royal; east surrey hospital; fairfield general; fazakerley hospital; forth valley royal;
    frenchay; frimley park; furness general; gartnavel; george eliot; glan clwyd; glangwili; good
    hope; great ormond street; guys and st thomas; guy's and st thomas'; hairmyres; harefield;
    harrogate district; heartlands; heath hospital; hexham general; hillingdon hospital;
    hinchingbrooke; homerton; huddersfield royal; hull royal; inverclyde royal; james cook; james
    paget; jimmy's hospital; john radcliffe; kettering general; kings mill; king's mill; leicester
    royal; leighton hospital; lincoln county; lister hospital; maidstone hospital; manchester
    royal; medway maritime; milton keynes hospital; monklands; moorfields; morriston; musgrove
    park; nevill hall; new cross hospital; newham general; ninewells; north devon district; north
    manchester general; north mid; north middlesex; north tees; northern general; northumbria
    specialist; northwick park; park royal mental; pilgrim hospital; pinderfields; pontefract
    infirmary; prince charles hospital; princess alexandra; princess anne; princess of wales
    hospital; princess royal; queen alexandra; queen elizabeth hospital; queen elizabeth queen
    mother; queens med; queen's med; queens medical; queen's medical; raigmore; rampton; ashworth
    hospital; royal albert edward; royal alexandra; royal berks; royal berkshire; royal blackburn;
    royal bolton; royal bournemouth; royal brompton; royal cornwall; royal derby; royal devon;
    royal exeter; royal free; royal glam; royal glamorgan; royal gwent; royal hallamshire; royal
    lancaster; royal liverpool; royal london; royal marsden; royal oldham; royal preston; royal
    shrewsbury; royal stoke; royal surrey; royal sussex; royal united; royal victoria; royal vic;
    rotherham general; russells hall; russell's hall; salford royal; sandwell general; scunthorpe
    general; singleton hospital; southmead; south tyneside district; springfield hospital; st
    barts; barts; st george's tooting; st helier; st thomas'; st thomas's; st james's; stepping
    hill; stobhill; stoke mandeville; sunderland royal; tameside general; the christie; torbay
    hospital; treliske; trafford general; university hospital; walsall manor; walsgrave; wansbeck;
    warrington general; west middlesex; west mid; west suffolk hospital; whipps cross; whiston
    hospital; whittington hospital; william harvey; wishaw general; withybush; wrexham maelor;
    wythenshawe hospital; ysbyty gwynedd; ystrad fawr; ysbyty cwm; altnagelvin; antrim area;
    causeway hospital; craigavon area; daisy hill; mater hospital; musgrave park; ulster hospital;
    bethlem royal; the maudsley; maudsley; st ebba's; st andrew's northampton; cygnet; priory
    hospital
    """
)
"""Hospitals by name, in any letter case."""

HOSPITAL_LETTERS = word_set(
    """
    UHW LGI BRI QMC RVI RUH BGH ERI RLI HRI DRI UHCW UHNM UHNS NNUH SJUH RSCH UHS UCLH UCH NGH QEH
    QEHB QEUH RAH GRI RHSC RBH RPH WGH WMH DRH RDH LRI CRH MRI PRUH QEQM RIE SFT RHH DGH NMGH
    """
)
"""Hospitals by their letters, in capitals; after a word of place they need no other sign."""
