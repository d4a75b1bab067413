namespace HealthCode.Web.Imports;

/// <summary>As what a column's cells are read.</summary>
public enum ImportColumnKind
{
    /// <summary>文字, a 户号 or a 门牌号 among them: a day in it is what a spreadsheet made of 4-1.</summary>
    Words,

    /// <summary>证件号码: text only; a number that a spreadsheet has taken for a figure is refused, never guessed.</summary>
    DocumentNumber,

    /// <summary>电话: up to fifteen figures a spreadsheet keeps exactly.</summary>
    Telephone,

    /// <summary>日期: a day, or words that say one; of bare numbers only eight figures.</summary>
    Day,
}
