using HealthCode.Web.Foundation;

namespace HealthCode.Web.Data.Entities;

/// <summary>管理员电脑 — where the three administrators may sign in. An empty list means anywhere.</summary>
public sealed class AdministratorPc
{
    private AdministratorPc(string range, string note) => (Range, Note) = (range, note);

    public int Id { get; private set; }

    /// <summary>As <see cref="AddressRange"/> writes it.</summary>
    public string Range { get; private set; }

    /// <summary>Which PC that is.</summary>
    public string Note { get; private set; }

    /// <summary>加入名单.</summary>
    public static AdministratorPc Allow(AddressRange range, string note) => new(range.ToString(), note);
}
