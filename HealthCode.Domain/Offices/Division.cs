namespace HealthCode.Domain.Offices;

/// <summary>区划 — a province, city, county, township or village with its code.</summary>
public sealed class Division
{
    private Division(string code, string name, int level, string? parentCode)
    {
        Code = code;
        Name = name;
        Level = level;
        ParentCode = parentCode;
    }

    /// <summary>12-digit code.</summary>
    public string Code { get; private set; }

    /// <summary>Short name in the statistics bureau's list, e.g. 崇安社区居委会.</summary>
    public string Name { get; private set; }

    /// <summary>1 省 … 5 村.</summary>
    public int Level { get; private set; }

    /// <summary>Code of the parent unit, null for a province.</summary>
    public string? ParentCode { get; private set; }

    /// <summary>Creates a unit from an entry of the list.</summary>
    public static Division Listed(DivisionCode code, string name) =>
        new(code.Value, name, code.Level, code.Parent?.Value);

    /// <summary>更名 — takes over a changed name from the list.</summary>
    public void Rename(string name) => Name = name;
}
