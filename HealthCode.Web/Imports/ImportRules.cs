using HealthCode.Domain.Rules;

namespace HealthCode.Web.Imports;

/// <summary>导入的规则 that depend on the roster, on the other rows and on what was imported before.</summary>
public static class ImportRules
{
    /// <summary>A row is about somebody of the roster; an import of check-ins adds nobody to it.</summary>
    public static Rule InRoster { get; } = new("import-in-roster", "居民名册里没有这个人，请核对；确是本村的，请先导入居民名册。", "DECISIONS.md D28");

    /// <summary>Who has a number is found by it alone: two people may share a name and a house.</summary>
    public static Rule ByNumber { get; } = new("import-by-number", "名册里这个人有证件，请填写证件号码。", "DECISIONS.md D28");

    /// <summary>Nobody guesses which of two people a row is about.</summary>
    public static Rule OnePerson { get; } = new("import-one-person", "名册里有两个人都对得上这一行，分不清是哪一个，请从表里删去这一行，到“健康状态”里记。", "DECISIONS.md D28");

    /// <summary>The same sheet imported twice.</summary>
    public static Rule CheckedInOnce { get; } = new("import-check-in-once", "这一行以前已经记过，没有再记一次：", "DECISIONS.md D29；DECISIONS.md D44");

    /// <summary>A report stands in a sheet once.</summary>
    public static Rule OneRowEach { get; } = new("import-one-row", "同一个人同一天用同样的方式在这个表里写了两次，请留下一行：", "DECISIONS.md D29；DECISIONS.md D44");

    /// <summary>What was seen at one moment is noted once.</summary>
    public static Rule SeenOnce { get; } = new("import-seen-once", "这个人在这一时刻看到的官方结果已经登记过，没有再登记一次：", "DECISIONS.md D29");
}
