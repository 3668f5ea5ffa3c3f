/**
 * Passwords and parts of passwords that thieves try first, in small letters: the most used ones of published leaks (list of zxcvbn 4.4.2, Dropbox,
 * MIT licence, less its obscenities) and French and local ones of our own. Those under 12 signs stand for all that people put around them.
 */
const list = `
01011910 01011970 01011975 01011977 01011980 01011981 01011983 01011984 01011985 01011986 01011987 01011988 01011989 01011990 01011991 01011992
01011993 01012000 01012001 01012010 01012011 010203040506 01091989 012345678910 01telemike01 02011985 02011987 02021986 02021987 02021988 02031986
02041986 02051986 02061985 02071982 02071986 02081988 02091986 02091987 02101985 03082006 10203040 102030405060 1029384756 11111111 1111111111zz
11112222 111222333 111222333000 111222333444555 11223344 1122334455 112233445566 11235813 1123581321 12011987 12131415 122333444455555 12312312
123123qweqwe 1232323q 123321123 123321456654 123321qweewq 12344321 123454321 1234554321 123456654321 12345678 123456782000 1234567887654321
123456789 1234567890 123456789000 12345678900987654321 1234567890987654321 1234567890a 1234567890q 1234567890qaz 1234567890qw 1234567890qwe
1234567890qwerty 1234567890zzz 12345678910 123456789101 123456789123 1234567892000 12345678987654321 123456789987654321 123456789a 123456789abc
123456789asd 123456789q 123456789qaz 123456789qqq 123456789qwe 123456789qwer 123456789qwerty 123456789z 123456789zxc 12345678a 12345678q 12345679
1234567a 1234567q 1234567qwertyu 123456aa 123456qw 123456qwerty 12345qwe 12345qwert 1234abcd 1234qwer 1234qwerasdf 1234qwerasdfzxcv 123654789
123789456 123qwe123 123qwe456rty 123qweasd 123qweasdzxc 123qwerty 123qwerty123 12qw34er 12qw34er56ty 12qwaszx 13243546 135792468 1357924680
14725836 14789632 147896325 15426378 159753456852 18436572 192837465 19411945 1a2b3c4d 1a2s3d4f5g6h 1passwor 1q2w3e4r 1q2w3e4r5 1q2w3e4r5t
1q2w3e4r5t6y 1qa2ws3ed 1qa2ws3ed4rf 1qa2ws3ed4rf5tg 1qaz2wsx 1qaz2wsx3edc 1qaz2wsx3edc4rfv 1qazxsw2 1qazxsw23edc 1qazxsw23edcvfr4 1x2zkg8w
23176djivanfros 25802580 31217221027711 31415926 321654987 32615948worms 41d8cd98f00b 4815162342 4815162342lost 541233432442 59382113kevinp
73501505 741852963 742617000027 78945612 789456123 89231243658s 89876065093rax 8j4ye3uz 963852741 a1234567 a123456789 a1b2c3d4 a1s2d3f4
a1s2d3f4g5h6 aa123456 aaliyah aardvark abc12345 abc123456789 abcd1234 aberdeen abgrtyu absolut access access14 accord accueil achilles action
adgjmptw adidas admin admin18533362 administrateur administration administrator adonis aezakmi agent007 aggies aikido airborne airbus airforce
airplane alabama alaska albatros albion alejandr aleksandr aleksandra aleksey alexande alexandr alexandre alexis alibaba aliens allmine allsop
allstar alpha alphabet alpine alucard amadeus amadeusptfcor amateur amazon america america1 amour amsterda amsterdam anaconda anakin anarchy
andrei andrewjackie andrey andromeda anfield angel angels angus anhyeuem animal anime antananarivu anthony1 antoine anubis aout apache apollo
apollo13 apple apple123 applepie apples april aquarius aragorn arizona arjay armani arras arsenal arsenal1 artemis artur asdasd asdf1234 asdfasdf
asdfg asdfgh asdfgh123456 asdfghj asdfghjk asdfghjkl asdfghjkl123 asdfjkl asdzxc ashford aspire aspirine assassin asterix astros atlanta atlantis
atomic auburn auckland2010 audomarois august aurelie aussie austin australi automne autumn avalanch avalon avatar avenger avril avrillavigne
awesome azamat azerty azertyuiop azertyuiopqsdfghjklm azsxdc azsxdcfv babes babyblue babyboy babydoll babyface babygirl babylon babylon5 bacardi
backdoor badass badboy baddog badger badgirl baggins bagira baller balloon balloons bambam banana bananas banane bandit bangkok banker banshee
barbie barcelon barcelona barefoot barkley barney barsik baseball baseball1 basket basketba batman bayern beaches beagle beaner beanie beast
beastie beatles beautifu beauty beaver beavis beckham beefcake beetle benfica bengals beowulf beretta berlin bethune bicycle bienvenue bigass
bigbear bigbird bigboy bigdaddy bigdog bigfoot biggie biggles bigmac bigman bigmike bigmoney bigone bigred bigtime bikini billybob billyboy bimmer
bingo birdie birdman biscuit biteme bizkit blabla blackbir blackcat blackdog blackhaw blackie blackjac blackjack blacky blade blades blahblah
blaster blazer blessed blessing blink182 blizzard blonde blondes blondie bltynbabrfwbz bluebird blueboy bluedog blueeyes bluemoon blues bluesky
bobafett bobcat boeing bogart bogdan bogey bohica bollox bomber bonehead boner bones bonjour bonkers bonsai booger boogie bookworm boomboom boomer
bootie boots bordeaux boricua bosco bossman boston boulogne bounce bowler bowling boxing boy4u2ownnyc bpgjldsgjldthnf brando brandon1 brandy
brasil braves brazil breast breasts breeze brighton brigitte bristol britain britney bronco broncos brooklyn brownie browns brucelee bruins brutus
bubba bubbas bubble bubbles bucket buckeye buckeyes buckshot buddah buddha buddie buddy budlight budman budweise buffalo buffett bugger builder
bulldog bulldog1 bulldogs bullet bullseye bunghole bunny bureau burger businessbabe buster butch buzzard byteme cabbage cactus cadillac caesar
calais calgary calico caliente californ caligula camaro cambiami camel camelot camels cameron camille canada cancer cancun candle candyman canon
canterbury cantona capone captain caramel cardinal carolina caroline carpet carrera carrot cartman cartoon casanova caserta casino casper cassie
catdog catfish catherin catherine catman cavalier caveman ccbill cdtnkfyf celeron celica celine celtic celtics cerberus cessna cfitymrf cgfhnfr
chainsaw champ champion champs changeit changeme chantal chaos charger chargers charles1 charli charlie charlie1 charlott charlton charly charmed
chaser cheers cheese cheetah chelsea chelsea1 cherokee cherry chester chester1 chevelle chevrole chevy chewie cheyenne chicago chicago1 chichi
chicken chicken1 chickens chickenwing101 chicks chico chiefs chinook chipper chivas chocolat chopper chouchou chrisbln chrissy christ christelle
christia christin christine christop christopher1 chronic chrono chuang chubby chuckie chuckles chucky chunky cicero cigars cinder cinnamon
cjdthitycndj cjkysirj cjkywt clancy clapton clarinet classic clemson clevelan clipper clouds clover cobra cocacola coconut coffee cohiba colombia
colorado colors coltrane combat123654 comet commando compaq compte compute computer concrete condom condor connect connexion connor consumer
contortionist cookie cookies cooldude cooler coolguy coolio coolman cooter copper corona corperfmonsy corrado correcthorsebatterystaple corvette
cosmo cosmos cosworth coucou cougar counterstrike cowboy cowboys cowboys1 coyote cracker crazybab creampie creamy creative cricket crimson critter
crjhgbjy cruise cruiser crunch crusader crysis crystal1 cthulhu cthutq cubbies cubswin cuddles cupcake curious custom cutlass cutter cxfcnmt cyber
cyclone cyclops cypress daewoo dagger dakota dalejr dallas dammit damnit dancer danger danie daniil danila danni dannyboy danzig darkman darkness
darkside darkstar davids daytona dbrnjh dbrnjhbz deadhead deadman december decembre deejay deepthroat deeznuts deeznutz defender defiant deftones
delete delphine delta deluxe denali deniska depeche desert designer desire deskjet destiny detroit devil devil666 devildog devilmaycry4 devils
dexter dfkthbz dfkthf dfktynbyf dfvgbh dharma diablo diamond diamond1 diamonds diehard diesel dietcoke digger digital digital1 digitalprodu
dilbert dilligaf dimanche dinamo dingdong dinosaur discover disney diver divine dkflbckfd dkflbvbh dkflbvbhjdbx dkflbvbhjdyf doberman doctor
dodger dodgeram dodgers dogfood doggie doggy doghouse dogman dollar dolphin dolphin1 dolphins domainlock2005 domino donkey donuts doobie doodle
doogie dookie doudou doughboy dover dracula drago dragon dragon12 dragons dragoon dreamer dreams driver drizzt droopy drowssap drpepper drummer
dthjybrf dublin ducati duchess dumbass dunkerque durango duster dutchess eagle eagles eastside eatme eclipse eduard eeyore egalite einstein
ekaterina electric element elephant elizabet emerald eminem empire engage engineer england enigma enter enterpri enterprise eraser ericsson
eternal eternity europa everest everton excalibu exigen exigent exodus explorer express extreme fabie fabric facial falcon falcons fallen fallout
famille fantasy farside faster fatass fatboy fatcat fatman feather february fender fernand ferrari ferrari1 ferret fester fevrier fghtkm ficken
fiesta figaro fighter filter finalfantasy finger fireball firebird firefly firefox fireman fishes fishing fishing1 fitness fkmnthyfnbdf fktrcfylh
fktrcfylhf fktrcfylhjdbx fktrcfylhjdf fktrcfylhjdyf fktrctq flames flamingo flash flatron fletch flipper floppy florian florida florida1 flounder
flower fluffy flvbybcnhfnjh flyboy flyers folkestone foobar footbal football football1 fordf150 forest forever forfun formula formula1 fortuna
fossil foxtrot francais france francesc franceservices francoise franky fraternite freaks freaky freckles freddy frederic frederiksberg freedom
freedom1 freepass freeuser friday fright frisco frisky frodo frogger froggy front242 frontier frosty fubar fugazi funtime fusion futbol fyfcnfcbz
fylhtq fynfyfyfhbde gabrie gabriell galaxy galina galore gambit gandalf gandalf1 gangbang gangsta gangster garden garfield gargoyle gateway
gateway1 gator gators gbpltw gegcbr geheim gemini genesis genius geronimo gesperrt getmoney getsome gfhjkm gfhjkm123 gfhjkmgfhjkm ghbdtn ghbdtnbr
ghbdtnghbdtn ghbdtnrfrltkf ghetto ghhh47hj7649 ghjcnj ghjcnjgbpltw ghjcnjgfhjkm ghjcnjghjcnj ghjcnjnfr ghjcnjqgfhjkm ghjcnjrdfibyj ghjnbdjcnjzybt
ghost giants ginger giorgi girls gizmo gizmodo gjkbyf gjkysqgbpltw gladiator gmoney gn56gn56 goalie goblin goblue goddess godfathe godfather
godsmack godzilla gofish goforit golden goldfish goldstar goldwing golfball golfer golfing goliath gollum gonzo goober goodboy goodluck goodtime
goofy google goose gopher gordon24 gorilla gotcha gothic gotohell govols granny greatone greenbay greenday greenlantern greens gregor gremlin
grendel gretzky griffey gringo grizzly groove groovy groucho grumpy gtnhjpfdjlcr guardian guillaume guiness guinness guitar gundam gunnar gunner
gunners gustav hacked hacker hairy halflife hallo hambone hamburg hamlet hammer hammers hamster handyman hannah hannibal hansolo happy123 happyday
hardcore hardrock harley havefun hawaii hawaiian hawkeye hawkeyes hayabusa hd764nw5d7e1vb1 hearts heather1 heaven heckfy hedgehog hedimaptfcor
heineken hellfire hello hello123 helloo hellyeah helmet helpme hendrix herbie hercules hermes hershey hesoyam hidden highland hiphop hithere
hitman hiver hjvfirf hobbes hobbit hockey hokies holiday hollywoo homers homerun honda hongkong hoosier hoosiers horizon horndog hornet horney
horse horses hotboy hotdog hotred hotrod hotshot hotstuff hottie hummer hunter hunting hurrican husker huskers huskies hustler hyperion
iampurehaha2 ibanez icecream iceman idontknow iforgot iguana ihateyou ilfaitbeau illini illusion ilovemyfamily iloveu iloveyo iloveyou immortal
impala incubus indiana indians indigo inferno infiniti infinity informatique ingodwetrust insane insert installdevic installsqlst integra intel
internet intrepid intruder irina ironman isabelle iseedeadpeople italia ivanov ivanova iverson iwantu jabroni jackal jackass jackoff jackson1
jackson5 jagger jaguar jaimelavie jamaica james007 jamesbon jamesbond jamesbond007 jammer january janvier jarhead jasmine jasmine1 jasper jaybird
jayhawk jazzman jericho jerkoff jessic jessica1 jester jesuischarlie jesuisla jetaime jethro jeudi jimbo jimbob johannes johnboy joker jokers
jordan jordan23 jrcfyf juggalo juice juillet juin julien jumper junebug jungle junior jupiter justdoit justice justinbieber justme juventus kahuna
kaktus kamikaze kangaroo kansas karate karina karolina kashmir kasper katana katerina katrin kawasaki kcj9wx5n keeper kenshin kent kenwood
kenworth keyboard keystone keywest kickass kicker killbill killer killme kingfish kingkong kingpin kingston kinky kipper kirill kisses kissme
kitkat kitten kitty kittycat klaster klingon knickers knicks knights knopka kodiak kolobok koshka kosmos kostya kotenok krishna ktyjxrf kungfu
labrador labtec lacrosse ladybug laguna lakers lancelot lancer lansing laptop larisa laser lasvegas latino laurent lavieestbelle leather
leavemealone ledzep legacy legend legion legolas lennon lens leonid leopard lesenfants lespaul lestat letmein letmein1 letmein2 letsgo lexmark
lexus lhbjkjubz2957704 liberte liberty licker lickit lickme lifehack lightnin lightning lights lille lineage2 lionking liquid liverpoo liverpool
lizard lobster logitech lokomotiv lolipop lollipop lollol london londres lonestar lonewolf longhorn looker looser loser losers lost4815162342
loulou loveit lovely loveme lover loverboy lovers loveyou lowrider lucifer lucky luckydog ludmila lundi lvbnhbq lyon lytghjgtnhjdcr macdaddy
machine macross maddie maddog madison madison1 madman madmax madness madonna maestro maggie maggot magic magick magicman magnum magnus magpie
maiden maidstone mailcreated5240 mailman mairie majestic makaveli maksim malaka malibu malina mallard mamanpapa mamapapa manchest manchester
manchesterunited mandingo maniac manson manutd maprchem56458 maradona marathon march mardi margate marianne marina marine mariners marines marino
marino13 marius marlboro marley mars marseille martine martini maryjane massimiliano massive maste master masterbaiting masterbating matador
matrix matthew1 mature maurolarastefy maverick maxell maxim maxima maximus maxwell mayday mayhem mazafaka meatball meathead meatloaf mechanic
medusa medway megadeth megaman megapass megatron meister melissa1 mellon mellow memorex memphis menace meowmeow mercedes mercredi mercury meridian
merlin mersedes metallic metallica mevefalkcakk mexico miami michae michael1 michaeljackson michigan mickey microlab micron microsof microsoft
midget midnight midway mighty mikey milana milano milena minecraft minecraft123 minime minnesota_hp mirage misfit mishka mister mistress mittens
mnbvcxz moloko molson momoney monaco monalisa monday mondeo money moneyman moneys mongoose monique monitor monke monkey monkeys monopoly monster
monster1 montana montgom240 montpellier montreal moocow mookie moomoo moonlight moose morganstanley morpheus mortalkombat mortgage mortimer moscow
motdepass motdepasse mother motherlode motorola mountain mouse mozart msorcloledbr muffin mulder multiplelo munchkin muppet muscle mushroom musica
musicman mustang mustang1 mustangs mustard mybaby mylife mylove mypass mystic nantes napass napster naruto nascar nasty nastya natali natasha
nathalie naughty ncc1701a ncc1701d ncc1701e nebraska needforspeed nemesis nemvxyheqdd5oqxyxyzi nepasoublier neptune networkingpe nevada newbie
newcastl newlife newpass newpass6 newport newproject2004 newyork newyork1 nfnmzyf nhecsyfujkjdt nhfdvfnjkju123 nhfycajhvths nickel nicola nicolas
nightcrawler nikita nikola nikolay nimrod niners ninja nintendo nipper nirvana nissan nitram nofear nokia nokia6300 nolimit nondriversig noodle
noodles nookie nopass november novembre nudist nugget nuttertools nwo4life nyjets nylons nymets oakland oasis obiwan oblivion observatoire october
octobre ohyeah oilers oksana olcrackmaster oldman oliver olivier olympique olympiquedemarseille omega onelove online onlyme ontheoutside openup
operator optimus oracle orange oranges orchid ordinateur orioles orion osiris outkast outlaw overkill overlord oxford p0015123 p030710p$e4o
pa55w0rd pa55word pacers packard packer packers packers1 pacman padres paintbal paintball pakistan paladin panama panasoni panasonic pancho panda
pandora pantera panther panther1 panthers panzer papamaman paradise paradox paraklast1974 paris parisien parissaintgermain parola parrot
partenaire pascal pass1234 passat passerelle passion passme passport passw0rd passwor passwor1 password password1 password123 password1234
password2 passwords passwordstandard passwort patches patrick1 patriot patriots pavilion peach peaches peanut peanuts pearljam pebbles peekaboo
peewee pegasus pencil penguin penguins penthous pentium pepper pepsi pervert peterpan peugeot phantom philippe philips phillies philly phish
phoenix phoenix1 photos phpbb pianoman picard picasso piccolo pickle pickles piglet pikachu pillow pineappl pingpong pinhead pinkfloy pioneer
pippen pirate pirates pisces pistol pitbull pizza pizzas planet plastic platinum player playstation2 playstation3 playtime plumber plymouth pobeda
poison poiuyt poiuytrewq pokemon pokemon1 polaris police polina polska pompey poncho pontiac poochie poodle poohbear pookie poontang pooter
popcorn popeye poppy porkchop porsche porsche9 portland portugal poseidon possum postal potato powder precious predator prefecture prelude
presario presto primus prince princes princess printemps printer prissy private privet prodigy prophet proxy psycho ptybnxtvgbjy pudding pumpkin
punisher punkin punkrock punksnotdead puppies puppy pupsik purdue purple pussie pussies putter pyramid python q1w2e3r4 q1w2e3r4t5 q1w2e3r4t5y6
q1w2e3r4t5y6u7 q1w2e3r4t5y6u7i8 q1w2e3r4t5y6u7i8o9p0 qawsed qawsedrf qawsedrftgyh qaz123wsx456 qazqaz qazwsx qazwsx12 qazwsx123 qazwsxed qazwsxedc
qazwsxedc123 qazwsxedcrfv qazwsxedcrfvtgb qazxsw qazxswedc qazxswedc123 qazxswedcvfr qsdfghjklm quantum quartz quattro queens qwaszx qwaszxerdfcv
qweasd qweasd123 qweasdzxc qweasdzxc123 qweqwe qwer1234 qwerasdf qwerasdfzxcv qwert qwert123 qwertasdfgzxcvb qwerty qwerty12 qwerty123 qwerty1234
qwerty12345 qwerty123456 qwerty123456789 qwertyasdfgh qwertyu qwertyui qwertyuio qwertyuiop qwertyuiop10 qwertyuiop12 qwertyuiop123
qwertyuiop12345 qwertyytrewq qwertz r2d2c3po rabbit rabota racecar racer racerx racing ragnarok raider raiders raiders1 rainbow rainman raistlin
rambler rambo rammstein ramses random ranger rangers rangers1 raptor rascal rasputin rasta rastaman raven ravens rbhbkk rctybz reader realmadrid
reaper rebecca1 rebel rebels redalert redbull reddog redfish redhead redhot redman redneck redrum redskins redsox redwing redwings redwood reebok
reefer renault renegade rennes republique rereirf rescue residentevil retard rfhbyf rfnthbyf rfnthbyf1988 rfrfirf rfrnec rhbcnbyf rhfcjnrf
richard1 rightnow ripken ripper ripple rjirfrgbde rjntyjr rjycnfynby roadkill roadking roadrunn robotech rocker rocket rockets rockford rockhard
rockon rocks rockstar rodman roller rolltide romashka rommel ronaldo rookie rooster rootbeer rosebud rotten rover rovers royals rtyuehe rubber
rulez rulezzz runescape runner rush2112 ruslan russia rustam sabbath sabine sabres safari sailboat sailing sailor saintomer saints sakura
salamander saleen salmon salomon samantha samedi samiam samson samsung samsung1 samurai sancho sandiego sandman sandrine sandro sanfrancisco
sapper sapphire saratoga sascha sassy sasuke satan satan666 saturday saturn saun24865709 sauron sausage sayang scania scanner scarface scarlet
schoolgirlie scooby scoobydo scooter scooter1 scorpio scorpion scotch scotland scotty scout scrappy scream scruffy scuba scully seahawks seamus
searay seattle sebastia sebastien secret secrete security seeker seemnemaailm seinfeld select seminole semperfi sentinel septembe september
septembre serega serenity sergei sergey sersolution server serviceenpratique sesame shado shadow shaggy shalom shaman shamrock shaney14 shania
shannon1 shaolin shark sharks sharky shasta shaved shazam shelby shemale sherlock shiloh shogun shorty shotgun showme showtime siemens sierra
silver simba simple simpsons sinatra sinbad sinner sirius sithlord sixers skater skeeter skidoo skiing skinny skipper skippy skittles skorpion
skydive skyline skywalke skywalker slacker slappy slapshot slave slayer sleepy slick slider slinky slipknot smeghead smegma smelly smiles smiley
smitty smoke smoker smokes smokey smokin smooth smudge snake snakes snapon snapper snapple snatch sneakers snickers sniper snoop snoopdog snoopy
snowball snowboar snowman snuggles sobaka soccer socrates softball software sojdlg123aljg soldier soleil solnce sommer sonic sonics sonnenschein
sonyericsson sooners sophie soso123aljg southpark spaceman sparkle sparky sparta spartak spartan spartans spawn speaker specialinsta spectrum
speedy spider spiderma spiderman spidey spike spirit spitfire splash splinter spongebob spooky spring sprint sprite spunky spurs sputnik spyder
squash squirrel squirt srinivas stalin stalker stallion starbuck starcraft stardust starfire starfish stargate starman starship starter startrek
starwars static stealth steeler steelers stefano steph stephane stephani stereo sterlin stickdaddy77 sticks sticky stimpy sting stinger stingray
stinky stinkyfinger stocking stocks stonecol stoned stones stoney storm stormy stranger strasbourg stratocaster strider strike striker studly
stumpy stunner stupid subaru sublime subway success sugar sultan summer summit sundance sunday sunflowe sunnyday sunrise sunset sunshin sunshine
super super123 superfly superman superman1 supersta superstar surfer surfing suzuki svetik svetlana swallow sweetpea sweets sweety swimmer
swimming sword swordfis swordfish swords sydney sylvie syncmaster syracuse systemofadown tacobell tacoma talisman tango tanker tardis target
tarheel tarheels tarzan tattoo tatyana taurus tazman tazmania tdutybq teacher technics techno teens tekken telefon tempest temppassword tennis
tequila terminator terrapin terror test1234 tester testing thailand thanatos thankyou theboss thecakeisalie thecat thedog theend thegame thegreat
thekid theking theman theone therock thesims thierry thirteen thomas thuglife thumper thunder thunder1 thursday tiberius ticketmaster tickle
tiffany1 tiger tigers tigger tights timber tinker tinkerbell tinman tintin titanic titanium titans titleist titties titty tolkien tomato tomcat
tommyboy tootsie topcat topdog topgun topher topper tornado toronto toshiba tottenha tottenham toulouse toutvabien toyota tracker tractor trader
trance transam translator trapper travail travel traveler treasure trebor trfnthbyf triangle tricky trident trigger trinity triton triumph trixie
trojan trojans trombone trooper trouble truck trucker trucks truelove trumpet trunks trustno trustno1 tsunami tuesday tunafish tundra turbo turkey
turkey50 turtle tweety twilight twinkle twisted twister typhoon ufkbyf ultima ultimate umbrella underdog undertaker unicorn unreal usarmy usnavy
utilisateur utopia vacances vacation vader valentin valentina valera valhalla vampire vanhalen vanilla vanyarespekt vector vectra vegeta velvet
vendredi verbatim veritas vermont veronika veronique vertigo vette vfczyz vfhbyf vfhbyfvfhbyf vfhecz vfhufhbnf vfksirf vfrcbv vfrcbvrf
vfrcbvvfrcbv vfvekz vfvfgfgf vfvfvskfhfve vfvjxrf viagra victory viewsonic viking vikings viktor viktoria viper vipers virginie vision vitalik
vkontakte vladik vladimir vladimirovna vladislav volley volvo voodoo vortex voyager voyeur vulcan walleye walmart walnut walrus wapbbs warcraft
warhammer warhammer40k warlock warlord warrior warriors warthog wasser wassup watcher waterloo wazzkaprivet weasel webmaster websolutions
websolutionssu webuivalidat wednesday weezer weihnachtsbau weihnachtsbaum welcome welcome1 welder werewolf westham westside westwood whatever
whatsup wheels whiskers whiskey whisky whisper whitey whitstable whocares whosyourdaddy whynot wibble wicked wildcat wildcats wildfire wildman
william1 willow windows windsor winner winston winston1 winter wisdom wizard wolfgang wolfie wolfman wolfpack wolverin wolverine wolves wombat
woody woofwoof woohoo wookie wordpass wrangler wrestlin wrinkle1 wutang wxcvbn xanadu xavier xfiles xtreme yamaha yankee yankees yankees1 ybrbnf
ybrjkfq yellow yfnfif yomama yosemite yourmom ytrewq yzerman z1x2c3v4 z1x2c3v4b5n6m7 zaphod zaq12wsx zaq1xsw2 zaq1xsw2cde3 zaqwsx zaqwsxcderfv
zaqxsw zcfvfzkexifz zenith zeppelin zerocool zhong zidane ziggy zigzag zipper zippy zombie zorro zqjphsyf6ctifgu zvezda zxasqw12 zxcasd zxcasdqwe
zxcasdqwe123 zxcv1234 zxcvbn zxcvbn123456 zxcvbnm zxcvbnm1 zxcvbnm123456789
`

export const commonPasswords: ReadonlySet<string> = new Set(list.trim().split(/\s+/))
