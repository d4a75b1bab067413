namespace HealthCode.Domain.People;

/// <summary>旧区划代码 — Ningxia's county codes that are no longer in use (yearly tables of the Ministry of Civil Affairs, 1980–2019). A number that begins with one stays valid for life.</summary>
public static class RetiredAreaCodes
{
    private static readonly Dictionary<string, string> Retired = new()
    {
        ["640102"] = "城区",
        ["640103"] = "新城区",
        ["640111"] = "郊区",
        ["640203"] = "石嘴山区",
        ["640204"] = "石炭井区",
        ["640211"] = "郊区",
        ["640222"] = "陶乐县",
        ["640223"] = "惠农县",
        ["640321"] = "中卫县",
        ["640322"] = "中宁县",
        ["640382"] = "灵武市",
        ["640421"] = "海原县",
        ["642101"] = "吴忠市",
        ["642102"] = "青铜峡市",
        ["642103"] = "灵武市",
        ["642121"] = "吴忠县",
        ["642122"] = "青铜峡县",
        ["642123"] = "中卫县",
        ["642124"] = "中宁县",
        ["642125"] = "灵武县",
        ["642126"] = "盐池县",
        ["642127"] = "同心县",
        ["642221"] = "固原县",
        ["642222"] = "海原县",
        ["642223"] = "西吉县",
        ["642224"] = "隆德县",
        ["642225"] = "泾源县",
        ["642226"] = "彭阳县",
    };

    private static readonly HashSet<string> InUse =
    [
        "640104", "640105", "640106", "640121", "640122", "640181", "640202", "640205", "640221", "640302", "640303", "640323", "640324", "640381", "640402", "640422", "640423", "640424", "640425", "640502", "640521", "640522",
    ];

    /// <summary>What is good to know about the first six digits; never a fault. Other provinces' codes are not listed here and say nothing.</summary>
    /// <param name="number">18 digits; others say nothing.</param>
    public static IReadOnlyList<string> NotesOn(string number)
    {
        if (number.Length != 18 || !number.StartsWith("64", StringComparison.Ordinal) || InUse.Contains(number[..6]))
        {
            return [];
        }

        return Retired.TryGetValue(number[..6], out var name)
            ? [$"前六位 {number[..6]} 是旧区划“{name}”，现已撤销，号码仍然有效"]
            : [$"前六位 {number[..6]} 不在宁夏区划表中，不影响办理"];
    }
}
