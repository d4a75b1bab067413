namespace HealthCode.Domain.Offices;

/// <summary>区划 — a province, city, county, township or village by its code.</summary>
public sealed class Division
{
    private Division(string code, string name, int level, string? parentCode)
    {
        Code = code;
        Name = name;
        Level = level;
        ParentCode = parentCode;
    }

    /// <summary>12 digits.</summary>
    public string Code { get; private set; }

    /// <summary>The short form of the statistics bureau, e.g. 崇安社区居委会.</summary>
    public string Name { get; private set; }

    /// <summary>1 省 … 5 村.</summary>
    public int Level { get; private set; }

    /// <summary>The unit above, null for a province.</summary>
    public string? ParentCode { get; private set; }

    /// <summary>A unit as the list gives it.</summary>
    public static Division Listed(DivisionCode code, string name) =>
        new(code.Value, name, code.Level, code.Parent?.Value);

    /// <summary>更名 — the list gives another name.</summary>
    public void Rename(string name) => Name = name;
}
