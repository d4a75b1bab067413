using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HealthCode.Web.Data.Migrations
{
    [DbContext(typeof(OfficeDb))]
    [Migration("20261121164000_SignIn")]
    public partial class SignIn : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "FormerPasswords",
                table: "AspNetUsers",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "PasswordChangedAt",
                table: "AspNetUsers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SessionId",
                table: "AspNetUsers",
                type: "TEXT",
                maxLength: 32,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AdministratorPcs",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Range = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false)
                },
                constraints: table => table.PrimaryKey("PK_AdministratorPcs", x => x.Id));

            migrationBuilder.CreateIndex(
                name: "IX_AdministratorPcs_Range",
                table: "AdministratorPcs",
                column: "Range",
                unique: true);
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "AdministratorPcs");
            migrationBuilder.DropColumn(name: "FormerPasswords", table: "AspNetUsers");
            migrationBuilder.DropColumn(name: "PasswordChangedAt", table: "AspNetUsers");
            migrationBuilder.DropColumn(name: "SessionId", table: "AspNetUsers");
        }
    }
}
