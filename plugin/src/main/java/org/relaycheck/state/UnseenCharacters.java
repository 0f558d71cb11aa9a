package org.relaycheck.state;

/**
 * Characters that nobody sees, though they tell one name from another: those that Unicode calls
 * Default_Ignorable_Code_Point (DerivedCoreProperties), beside control and format characters.
 */
public final class UnseenCharacters {

  /** Beginnings and ends of the ranges of which the general category tells nothing. */
  private static final int[][] IGNORED = {
    {0x034F, 0x034F}, // combining grapheme joiner
    {0x115F, 0x1160}, // fillers of Hangul
    {0x17B4, 0x17B5}, // inherent vowels of Khmer
    {0x180B, 0x180F}, // variation selectors of Mongolian
    {0x2060, 0x206F},
    {0x3164, 0x3164},
    {0xFE00, 0xFE0F}, // variation selectors
    {0xFFA0, 0xFFA0},
    {0xFFF0, 0xFFF8},
    {0x1BCA0, 0x1BCA3},
    {0x1D173, 0x1D17A},
    {0xE0000, 0xE0FFF}, // tags, and more variation selectors
  };

  private UnseenCharacters() {}

  /** Whether a code point shows nothing; a blank shows that something is there. */
  public static boolean isOne(int c) {
    int type = Character.getType(c);
    if (type == Character.FORMAT || type == Character.CONTROL) {
      return true;
    }
    for (int[] range : IGNORED) {
      if (c >= range[0] && c <= range[1]) {
        return true;
      }
    }
    return false;
  }
}
