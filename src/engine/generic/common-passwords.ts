/**
 * Words, names and rows that are common as passwords, as published lists of leaked ones have them. In a configuration one
 * of them is a finding like any other; in a test, an example or a document it is what authors write for want of one.
 */
const COMMON: ReadonlySet<string> = new Set(
  `abc123 123abc abcdef access adidas admin1 alex alexander amanda amber andrea andrew angel anthony apple arsenal asdf
  asdfgh asdfghjkl ashley austin bailey banana barney baseball basketball batman bear beaver bigdog blue bond007
  booboo boomer boston brandon brandy bubba buster butter camaro captain carlos casper changeit charles charlie cheese
  chelsea chester chicago chicken chocolate chris coffee computer cookie cool corvette cowboy cowboys crystal dakota dallas
  daniel david dennis diablo diamond doggie dolphin donald dragon eagle eagles edward einstein elephant falcon family fender
  ferrari fighter fire fish flower football forever freddy freedom friend gandalf gateway gators george giants ginger godzilla
  golden golf golfer gordon guitar hammer hannah happy harley heather hello hockey hunter iceman iloveyou internet
  jack jackie jackson jaguar james jasmine jason jasper jennifer jeremy jessica johnny jordan joseph joshua junior justin
  killer king knight kitty lakers lauren letmein little london love lovely loveme lucky maddog maggie magic magnum marine
  marlboro martin master matrix matthew maverick maxwell melissa member mercedes merlin michael michelle mickey midnight miller
  mine money monica monkey monster morgan mother mountain muffin murphy music mustang natasha nathan ncc1701 nicholas nicole ninja
  nothing oliver orange packers panther parker password patrick peaches peanut pepper phantom phoenix player please
  porsche prince princess purple q1w2e3 q1w2e3r4 1q2w3e 1q2w3e4r 1qaz2wsx qazwsx qwaszx qwert qwerty qwertyuiop rabbit rachel
  raiders rainbow ranger rebecca redskins redsox richard robert rocket rosebud runner samantha samson sandra saturn scooter
  scorpio scott secret sesame shadow shannon sierra silver skippy slayer smokey snoopy soccer sophie spanky sparky spider
  squirt star starwars steelers steven sticky stupid success summer sunshine superman surfer swordfish sydney taylor
  tennis teresa thanks thomas thunder thx1138 tiffany tiger tigers tigger tomcat topgun toyota travis trouble trustno1
  tucker turtle united victor victoria viking warrior welcome whatever white william willie wilson winner winston
  winter wizard yamaha yankee yankees yellow zxcv zxcvbn zxcvbnm`.split(/\s+/),
);

/** Countries, states and cities, and words that make things happen in stories, which come next. */
const PLACES: ReadonlySet<string> = new Set(
  `abracadabra africa alabama alaska amazon america amsterdam arizona athens atlanta australia austria avalon babylon
  barcelona belgium berlin brazil brooklyn california camelot canada carolina cairo chile china colorado cuba denver denmark
  dublin egypt england europe finland florida france geneva georgia germany greece hawaii hogwarts holland houston iceland
  india indiana ireland israel italy jamaica japan kansas kenya kentucky lisbon london madrid manchester manhattan memphis
  mexico miami michigan milan montana moscow munich narnia nashville nevada newyork nirvana norway ohio oregon oslo
  panama paris peru phoenix plugh poland portland portugal prague russia scotland seattle spain stockholm sweden switzerland
  sydney taiwan tennessee texas tokyo toronto turkey utah utopia vegas venice vermont vienna virginia warsaw xanadu xyzzy
  zurich`.split(/\s+/),
);

/** Animals, plants and food, which authors of examples take for secrets as often as names. */
const CREATURES: ReadonlySet<string> = new Set(
  `albatross alligator almond alpaca ant antelope apricot armadillo avocado baboon badger bagel bamboo bat bean bees beetle
  bison blackbird blueberry boar bobcat broccoli buffalo bull bunny burger butterfly cactus camel canary caramel
  carrot cat caterpillar celery cheetah cherry chestnut chili chimp cinnamon clover cobra coconut cod corgi cow coyote crab
  crane cranberry cricket crocodile crow cucumber cupcake daisy deer dinosaur dog donkey donut dove duck duckling
  echidna eel egg elk emu ferret fig finch flamingo fox frog garlic gazelle gecko gerbil gibbon giraffe gnu goat goose gopher
  gorilla grape grapefruit grizzly guava hamster hare hawk hazelnut hedgehog heron hippo honey horse hyena ibex iguana impala
  jackal jaguar jasmine jellyfish kangaroo kitten kiwi koala ladybug lamb lasagna lavender lemon lemur leopard lettuce
  lily lion lizard llama lobster lynx macaw magpie mammoth mango maple marmot meerkat melon mint mole mongoose moose
  mosquito moth mouse mule mushroom narwhal newt noodle nutmeg oak octopus olive onion opossum orca orchid osprey ostrich
  otter owl oyster papaya parrot parsley peacock peanut pear pecan pelican penguin pepper pickle pig pigeon pine pineapple
  pizza platypus plum polecat pony poodle popcorn porcupine porkchop potato pretzel puffin pumpkin puma puppy quail
  rabbit raccoon radish ram raspberry rat raven reindeer rhino rhubarb robin rose salamander salmon salami sandwich sardine
  scorpion seagull seal shark sheep shrimp skunk sloth snail snake spaghetti spinach sparrow spruce squid squirrel stork
  strawberry sunflower swan tapir tofu tomato toucan truffle trout tulip tuna turkey turnip turtle unicorn vanilla viper
  vulture waffle walnut walrus wasp watermelon weasel whale willow wolf wolverine wombat woodpecker wren yak zebra`.split(
    /\s+/,
  ),
);

/** Answers whether a value is a common password, in any case and with up to three digits or `!` behind it. */
export function isCommonPassword(value: string): boolean {
  if (value.length > 14) return false;
  const word = value.toLowerCase();
  return [word, word.replace(/[\d!]{1,3}$/, '')].some(
    (each) => COMMON.has(each) || CREATURES.has(each) || PLACES.has(each),
  );
}
