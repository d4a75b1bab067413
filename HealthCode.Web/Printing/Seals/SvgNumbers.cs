using System.Globalization;

namespace HealthCode.Web.Printing.Seals;

/// <summary>Reads numbers, flags and letters off an attribute as SVG 1.1 writes them: commas and blanks between, or nothing where no doubt is possible.</summary>
/// <param name="text">The attribute's value.</param>
internal sealed class SvgNumbers(string text)
{
    private int _at;

    /// <summary>Whether anything but blanks is left.</summary>
    public bool HasMore
    {
        get
        {
            while (_at < text.Length && (char.IsWhiteSpace(text[_at]) || text[_at] == ','))
            {
                _at++;
            }

            return _at < text.Length;
        }
    }

    private char Here => _at < text.Length ? text[_at] : '\0';

    /// <summary>Takes the next character when it is a letter or a bracket.</summary>
    public char? Mark() => HasMore && (char.IsAsciiLetter(Here) || Here is '(' or ')') ? text[_at++] : null;

    /// <summary>Takes a word of letters; empty when there is none.</summary>
    public string Word()
    {
        var start = HasMore ? _at : text.Length;
        while (char.IsAsciiLetter(Here))
        {
            _at++;
        }

        return text[start.._at];
    }

    /// <summary>One figure, 0 or 1, which may touch the next number.</summary>
    /// <exception cref="SealFaultException">It is another.</exception>
    public bool Flag() => HasMore && Here is '0' or '1' ? text[_at++] == '1' : throw Wrong();

    /// <summary>The next number.</summary>
    /// <exception cref="SealFaultException">There is none.</exception>
    public double Number()
    {
        var start = HasMore ? _at : throw Wrong();
        Take(Here is '+' or '-');
        Figures();
        if (Take(Here == '.'))
        {
            Figures();
        }

        // 1e3 has an exponent, 1em a unit.
        var sign = _at + 1 < text.Length && text[_at + 1] is '+' or '-' ? 1 : 0;
        if (Here is 'e' or 'E' && _at + 1 + sign < text.Length && char.IsAsciiDigit(text[_at + 1 + sign]))
        {
            _at += 1 + sign;
            Figures();
        }

        return double.TryParse(text.AsSpan(start, _at - start), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : throw Wrong();
    }

    public SealFaultException Wrong() =>
        new($"SVG 文件中的数据“{SvgFile.Short(text)}”第 {Math.Min(_at, text.Length) + 1} 个字符处有错误，请用绘图软件重新导出后再上传。");

    private void Figures()
    {
        while (char.IsAsciiDigit(Here))
        {
            _at++;
        }
    }

    private bool Take(bool wanted)
    {
        _at += wanted ? 1 : 0;
        return wanted;
    }
}
