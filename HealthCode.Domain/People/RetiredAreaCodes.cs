using System.Collections.Frozen;

namespace HealthCode.Domain.People;

/// <summary>
/// 旧区划代码: area codes of 宁夏 that are no longer in use, but occur in the numbers of older people.
/// Source: the yearly GB/T 2260 tables 1980 to 2019; 640111 and 640203 only appear in other lists.
/// </summary>
/// <remarks>Numbers are assigned for life, so the area code is no reason to reject a number and does not tell the residence.</remarks>
public static class RetiredAreaCodes
{
    private static readonly FrozenSet<string> InUse = new[]
    {
        "640000", "640100", "640104", "640105", "640106", "640121", "640122", "640181",
        "640200", "640202", "640205", "640221", "640300", "640302", "640303", "640323",
        "640324", "640381", "640400", "640402", "640422", "640423", "640424", "640425",
        "640500", "640502", "640521", "640522",
    }.ToFrozenSet();

    private static readonly FrozenDictionary<string, string> Retired = new Dictionary<string, string>
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
        ["642100"] = "银南地区",
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
        ["642200"] = "固原地区",
        ["642221"] = "固原县",
        ["642222"] = "海原县",
        ["642223"] = "西吉县",
        ["642224"] = "隆德县",
        ["642225"] = "泾源县",
        ["642226"] = "彭阳县",
    }.ToFrozenDictionary();

    /// <summary>旧区划备注: remark about the first six digits of a number.</summary>
    /// <param name="number">A number, or its six digits; only the first six characters are read.</param>
    /// <returns>A Chinese sentence for a retired or unknown code of 宁夏; null for a code in use, for another province (no table here) and for fewer than six characters.</returns>
    public static string? NoteFor(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        if (number.Length < 6 || !number.StartsWith("64", StringComparison.Ordinal))
        {
            return null;
        }

        var code = number[..6];
        if (Retired.TryGetValue(code, out var name))
        {
            return $"前六位 {code} 是旧区划“{name}”，现已撤销，号码仍有效。";
        }

        return InUse.Contains(code) ? null : $"前六位 {code} 不在区划表中，请核对，不影响办理。";
    }
}
