using System.Collections.Frozen;
using System.Text;

namespace HealthCode.Domain.Rules;

/// <summary>
/// 部首还原 — replaces radicals and strokes, which PDF files and OCR produce instead of characters (⻢ U+2EE2 for 马 U+9A6C), with
/// the characters they stand for. Everything else is unchanged; rare variants are characters of their own.
/// </summary>
public static class PlainHan
{
    // Unicode's Equivalent_Unified_Ideograph of U+2E81 to U+2EF3 and U+31C6 to U+31E1: each followed by its character. ⺀ has none.
    private const string Pairs =
        "⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇𠘨⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑𡯂⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌" +
        "⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪𤴔⺫目⺬示⺭礻⺮𥫗⺯糹⺰纟⺱罓" +
        "⺲罒⺳㓁⺴冗⺵𦉫⺶羊⺷𦍌⺸𦍋⺹耂⺺肀⺻聿⺼肉⺽𦥑⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇𧢲⻈讠⻉贝" +
        "⻊𧾷⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻕𨸏⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞𩙿⻟飠⻠饣⻡𩠐" +
        "⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟㇆𠃌㇏乀㇐一㇑丨㇒丿㇓丿" +
        "㇔丶㇕𠃍㇖乛㇗𠃊㇘𠃎㇙𠄌㇚亅㇛𡿨㇜𠃋㇝乀㇞𠃑㇟乚㇠乙㇡𠄎";

    private static readonly FrozenDictionary<char, string> Characters = Read();

    /// <summary>Replaces radicals with characters; returns the same instance if there are none.</summary>
    public static string Normalize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.AsSpan().ContainsAnyInRange('\u2E80', '\u2FDF') && !text.AsSpan().ContainsAnyInRange('\u31C0', '\u31EF'))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            // The 214 Kangxi radicals (⾺ U+2FBA) are compatibility characters that NFKC maps.
            plain.Append(character is >= '\u2F00' and <= '\u2FD5' ? character.ToString().Normalize(NormalizationForm.FormKC)
                : Characters.GetValueOrDefault(character) ?? character.ToString());
        }

        return plain.ToString();
    }

    private static FrozenDictionary<char, string> Read()
    {
        var runes = Pairs.EnumerateRunes().ToList();
        return Enumerable.Range(0, runes.Count / 2)
            .ToFrozenDictionary(i => (char)runes[2 * i].Value, i => runes[(2 * i) + 1].ToString());
    }
}
