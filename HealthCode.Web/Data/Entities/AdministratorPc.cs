using HealthCode.Web.Foundation;

namespace HealthCode.Web.Data.Entities;

/// <summary>管理员电脑 — addresses from which the three administrators may sign in. An empty list allows any.</summary>
public sealed class AdministratorPc
{
    private AdministratorPc(string range, string note) => (Range, Note) = (range, note);

    public int Id { get; private set; }

    /// <summary>In the format of <see cref="AddressRange"/>.</summary>
    public string Range { get; private set; }

    /// <summary>Name of the PC.</summary>
    public string Note { get; private set; }

    /// <summary>加入名单.</summary>
    public static AdministratorPc Allow(AddressRange range, string note) => new(range.ToString(), note);
}
